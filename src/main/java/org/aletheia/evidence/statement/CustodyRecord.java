package org.aletheia.evidence.statement;

import java.util.List;
import org.aletheia.evidence.EvidenceItem;

/**
 * An item with its chain of custody, as far as one reader may see it.
 *
 * @param origin name of the log that holds the events
 * @param steps by number, without holes
 */
public record CustodyRecord(EvidenceItem item, String origin, List<Step> steps) {
    public CustodyRecord {
        steps = List.copyOf(steps);
    }
}
