package org.aletheia.access;

import java.util.List;
import java.util.UUID;

/**
 * Why somebody may, or may not, do something with a record.
 *
 * @param member whom it is about
 * @param closures the grounds on which the record is closed now, to that member or not, the strongest first
 */
public record Explanation(
        RecordName record, AccessIntent intent, UUID member, Decision decision, List<ClosureGround> closures) {
    public Explanation {
        closures = List.copyOf(closures);
    }
}
