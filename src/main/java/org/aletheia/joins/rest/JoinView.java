package org.aletheia.joins.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.joins.Join;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.SeenJoin;

/** A join as callers read it, with what stands in its records and in withdrawals. */
final class JoinView {
    private JoinView() {}

    /**
     * A record of a join.
     *
     * @param revision of it that was looked at
     * @param organisation the member organisation that owns it
     * @param changed whether it has been written again since
     * @param withdrawn whether its owner has taken it out
     */
    record PartView(UUID record, int revision, UUID organisation, boolean changed, boolean withdrawn) {}

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
                .filter(part -> views.containsKey(part.record()))
                .map(part -> {
                    RecordView now = sure(views.get(part.record()));
                    return new PartView(
                            part.record(),
                            part.revision(),
                            now.organisation(),
                            now.revision() != part.revision(),
                            seen.withdrawn().contains(part.record()));
                })
                .toList();
        return Map.of("parts", parts, "standing", !seen.active().isEmpty());
    }
}
