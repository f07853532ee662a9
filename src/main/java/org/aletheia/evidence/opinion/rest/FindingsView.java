package org.aletheia.evidence.opinion.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.fixity.FixityState;
import org.aletheia.evidence.metadata.ItemMetadataForm;
import org.aletheia.evidence.opinion.Opinion;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.jspecify.annotations.Nullable;

/** Integrity since receipt, provenance before it, and authenticity. */
record FindingsView(UUID item, Integrity integrity, Provenance provenance, Authenticity authenticity) {

    /**
     * Whether the bytes are those that were received; computed.
     *
     * @param basis {@code computed}
     * @param outcome of the last reading: {@code success}, {@code fail} or {@code warning}; left out before the first
     * @param finding code of what is wrong
     * @param event of that reading in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Integrity(
            String basis,
            Instant receivedAt,
            Map<String, String> digests,
            Instant checkedAt,
            @Nullable String outcome,
            @Nullable String finding,
            @Nullable UUID event) {
        static Integrity of(EvidenceItem item, FixityState state) {
            return new Integrity(
                    "computed",
                    item.receivedAt(),
                    DigestsJson.of(item.version().file().digests()),
                    state.checkedAt(),
                    state.outcome() == null ? null : state.outcome().code(),
                    state.finding(),
                    state.event());
        }
    }

    /**
     * Who held the material before it was received; asserted by who handed it in, and not checked by this server.
     *
     * @param basis {@code asserted}
     * @param assertedBy the member organisation
     * @param stated {@code custodyBefore}, {@code custodyGaps}, {@code acquisition}, as stated; what was not stated is left
     *     out
     */
    record Provenance(String basis, UUID assertedBy, Map<String, Object> stated) {
        private static final List<String> MEMBERS = List.of("custodyBefore", "custodyGaps", "acquisition");

        static Provenance of(EvidenceItem item) {
            Map<String, Object> all = ItemMetadataForm.of(item.version().metadata());
            Map<String, Object> stated = new LinkedHashMap<>();
            MEMBERS.stream().filter(all::containsKey).forEach(name -> stated.put(name, all.get(name)));
            return new Provenance("asserted", item.ownerOrg(), stated);
        }
    }

    /**
     * What people hold of it, those whom the caller may hear; none where there is no opinion.
     *
     * @param basis {@code opinion}
     * @param contested whether some opinion contests another, or two conclude otherwise
     */
    record Authenticity(String basis, boolean contested, List<RecordView> opinions) {
        static Authenticity of(List<RecordVersion<Opinion>> opinions) {
            long conclusions = opinions.stream()
                    .map(each -> each.content().conclusion())
                    .distinct()
                    .count();
            boolean contested = conclusions > 1
                    || opinions.stream().anyMatch(each -> each.content().contests() != null);
            List<RecordView> views = opinions.stream()
                    .map(each -> RecordView.of(each, Map.of("contestedBy", contesting(each.id(), opinions))))
                    .toList();
            return new Authenticity("opinion", contested, views);
        }

        private static List<UUID> contesting(UUID opinion, List<RecordVersion<Opinion>> all) {
            return all.stream()
                    .filter(each -> Objects.equals(each.content().contests(), opinion))
                    .map(RecordVersion::id)
                    .toList();
        }
    }

    static FindingsView of(EvidenceItem item, FixityState state, List<RecordVersion<Opinion>> opinions) {
        return new FindingsView(item.id(), Integrity.of(item, state), Provenance.of(item), Authenticity.of(opinions));
    }
}
