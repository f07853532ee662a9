package org.aletheia.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.References;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Records as the read side sees them, for tests. */
final class Seen {
    private Seen() {}

    static RecordName name(RecordKind kind, int number) {
        return new RecordName(kind, new UUID(0, number));
    }

    static SeenRecord dated(int number, String... dates) {
        return new SeenRecord(
                name(RecordKind.INCIDENT, number),
                "I-" + number,
                null,
                Map.of(),
                List.of(),
                Stream.of(dates).map(UncertainDate::parse).toList(),
                Optional.empty(),
                false,
                null);
    }

    /** An act of an incident, with nothing of its own. */
    static SeenRecord act(int number, RecordName incident) {
        References.Reference reference =
                new References.Reference(References.PART_OF, "/incident", RecordKind.INCIDENT, false);
        return new SeenRecord(
                name(RecordKind.ACT, number),
                null,
                "huridocs-mt-04:01",
                Map.of(),
                List.of(new References.Named(incident, reference, "/incident")),
                List.of(),
                Optional.empty(),
                false,
                null);
    }

    static SeenRecord placed(int number, @Nullable Geometry geometry, boolean coarse) {
        return new SeenRecord(
                name(RecordKind.ITEM, number),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Optional.of(new Place(geometry, "exact", null, List.of())),
                coarse,
                null);
    }

    /** A record that is gone. */
    static SeenRecord disposed(RecordKind kind, int number) {
        RecordName name = name(kind, number);
        Disposed went = new Disposed(kind.code(), name.id(), Instant.EPOCH, new UUID(1, number), "sha-256:00");
        return Seeing.disposed(name, went);
    }

    static RecordSet set(SeenRecord... records) {
        return new RecordSet(List.of(records), Map.of(), false);
    }
}
