package org.aletheia.evidence;

import java.util.Optional;
import org.aletheia.custody.format.DisclosedEvent;

/**
 * What became of an upload.
 *
 * @param receipt the event of receipt; empty where the same bytes had come before and this is the answer of that time
 */
public record Received(EvidenceItem item, Optional<DisclosedEvent> receipt) {
    /** Whether these bytes made the item. */
    public boolean fresh() {
        return receipt.isPresent();
    }
}
