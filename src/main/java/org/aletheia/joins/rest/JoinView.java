package org.aletheia.joins.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.joins.Join;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.SeenJoin;
import org.jspecify.annotations.Nullable;

/** A join as callers read it, with what stands in its records and in withdrawals. */
final class JoinView {
    private JoinView() {}

    /**
     * A record of a join.
     *
     * @param revision of it that was looked at
     * @param organisation the member organisation that owns it; absent where it was disposed of
     * @param changed whether it has been written again since
     * @param withdrawn whether its owner has taken it out
     * @param tombstone where it was disposed of: the address of what stays known of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            UUID record,
            int revision,
            @Nullable UUID organisation,
            boolean changed,
            boolean withdrawn,
            @Nullable String tombstone) {}

    static RecordView of(SeenJoin seen, JoinedRecords records) {
        return RecordView.of(seen.join(), remarks(seen, records));
    }

    /** Members that take the place of those of the content, or stand beside them. */
    static Map<String, Object> remarks(SeenJoin seen, JoinedRecords records) {
        Join said = seen.join().content();
        RecordKind kind = said.of();
        Map<UUID, RecordView> views =
                records.views(kind, said.parts().stream().map(Join.Part::record).toList());
        List<PartView> parts = said.parts().stream()
                .flatMap(part -> part(seen, part, views.get(part.record())).stream())
                .toList();
        return Map.of("parts", parts, "standing", !seen.active().isEmpty());
    }

    /** Empty where the record has gone from the caller's sight in this moment. */
    private static Optional<PartView> part(SeenJoin seen, Join.Part part, @Nullable RecordView now) {
        UUID record = part.record();
        if (seen.disposed().contains(record)) {
            String tombstone =
                    "/api/v1/tombstones/" + seen.join().content().of().code() + "/" + record;
            return Optional.of(new PartView(record, part.revision(), null, false, false, tombstone));
        }
        return Optional.ofNullable(now)
                .map(view -> new PartView(
                        record,
                        part.revision(),
                        view.organisation(),
                        view.revision() != part.revision(),
                        seen.withdrawn().contains(record),
                        null));
    }
}
