package org.aletheia.insight;

import java.util.Objects;
import java.util.function.Predicate;
import org.aletheia.evidence.record.References;

/** Whose date or place holds for a record: its own, or else that of the record that it is part of. */
final class Inherited {
    private Inherited() {}

    static SeenRecord dated(SeenRecord seen, RecordSet set) {
        return self(seen, set, record -> !record.dates().isEmpty());
    }

    static SeenRecord placed(SeenRecord seen, RecordSet set) {
        return self(seen, set, record -> record.place()
                .filter(place -> place.geometry() != null)
                .isPresent());
    }

    private static SeenRecord self(SeenRecord seen, RecordSet set, Predicate<SeenRecord> tells) {
        return tells.test(seen)
                ? seen
                : seen.names().stream()
                        .filter(named -> named.by().relation().equals(References.PART_OF))
                        .map(named -> set.wholes().get(named.record()))
                        .filter(Objects::nonNull)
                        .filter(tells)
                        .findFirst()
                        .orElse(seen);
    }
}
