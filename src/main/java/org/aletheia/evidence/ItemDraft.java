package org.aletheia.evidence;

import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.record.Protection;

/**
 * An item as a caller states it, found right as a whole.
 *
 * @param protection at least that of its submission
 */
public record ItemDraft(ItemMetadata metadata, Protection protection) {}
