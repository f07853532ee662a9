package org.aletheia.evidence;

import org.jspecify.annotations.Nullable;

/** A decision about an item as a caller states it, found right as a whole. */
public record DecisionDraft(
        ItemState state, String reason, @Nullable String note) {}
