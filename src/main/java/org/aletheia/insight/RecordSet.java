package org.aletheia.insight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aletheia.access.RecordName;

/**
 * Records that a timeline or a map is made of.
 *
 * @param records those that the caller may see, in the order in which they were named
 * @param wholes of those that are parts, the records that they are part of and that the caller may see
 * @param truncated whether an incident or a case has more than was taken in
 */
public record RecordSet(Collection<SeenRecord> records, Map<RecordName, SeenRecord> wholes, boolean truncated) {
    public RecordSet {
        records = List.copyOf(records);
        wholes = Map.copyOf(wholes);
    }
}
