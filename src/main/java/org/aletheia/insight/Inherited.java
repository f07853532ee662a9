package org.aletheia.insight;

import java.util.function.Predicate;
import org.aletheia.evidence.record.References;

/** Whose date or place holds for a record: its own, or else that of the record that it is part of. */
public final class Inherited {
    private Inherited() {}

    /** The record whose dates hold for this one. */
    public static SeenRecord dated(SeenRecord seen, RecordSet set) {
        return self(seen, set, record -> !record.dates().isEmpty());
    }

    /** The record whose place holds for this one. */
    static SeenRecord placed(SeenRecord seen, RecordSet set) {
        return self(seen, set, record -> record.place()
                .filter(place -> place.geometry() != null)
                .isPresent());
    }

    private static SeenRecord self(SeenRecord seen, RecordSet set, Predicate<SeenRecord> tells) {
        if (tells.test(seen)) {
            return seen;
        }
        for (References.Named named : seen.names()) {
            SeenRecord whole = set.wholes().get(named.record());
            if (whole != null && named.by().relation().equals(References.PART_OF) && tells.test(whole)) {
                return whole;
            }
        }
        return seen;
    }
}
