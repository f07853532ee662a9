package org.aletheia.evidence.handling;

import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.JournalRef;

/**
 * A step that the journal was told of.
 *
 * @param event its id
 * @param ref what is known of it; empty where an earlier request under the same key had recorded it
 */
public record Recorded(UUID event, Optional<JournalRef> ref) {}
