package org.aletheia.evidence.handling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states that was done with an item, or happened to it; found right as a whole.
 *
 * @param happened when, as they know it; the time of the event in the log is another. Null for a gap, which has its period
 * @param seal as it is afterwards, or as it was found
 * @param sealBefore the one that it took the place of
 * @param reason code of {@link HandlingType#reasons()}
 * @param period of a gap
 * @param risk code of the list {@code custody-risk}: what the gap may mean for the item
 * @param related items that were parted from it, joined to it or made from it
 * @param support items that show what is stated
 * @param discrepancy whether it is stated although it contradicts the chain
 */
public record Handling(
        HandlingType type,
        @Nullable UncertainDate happened,
        @Nullable Custodian custodianBefore,
        @Nullable Custodian custodianAfter,
        @Nullable Seal seal,
        @Nullable Seal sealBefore,
        @Nullable String reason,
        @Nullable UncertainDate period,
        @Nullable String risk,
        List<UUID> related,
        List<UUID> support,
        boolean discrepancy) {
    public Handling {
        related = List.copyOf(related);
        support = List.copyOf(support);
    }

    /** The detail of its event, as docs/custody.md §10 has it; what is absent has no key. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "happened", happened == null ? null : happened.edtf());
        put(detail, "period", period == null ? null : period.edtf());
        put(detail, "risk", risk);
        put(detail, "custodianBefore", custodianBefore == null ? null : custodianBefore.json());
        put(detail, "custodianAfter", custodianAfter == null ? null : custodianAfter.json());
        put(detail, "seal", seal == null ? null : seal.json());
        put(detail, "sealBefore", sealBefore == null ? null : sealBefore.json());
        put(detail, "related", ids(related));
        put(detail, "support", ids(support));
        return detail;
    }

    private static @Nullable List<String> ids(List<UUID> ids) {
        return ids.isEmpty() ? null : ids.stream().map(UUID::toString).toList();
    }

    private static void put(Map<String, Object> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }
}
