package org.aletheia.testimony.vault.custodians;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the custodians are and how many of them are needed. It never changes; others are another scheme.
 *
 * @param needed of as many organisations
 * @param custodians each of another organisation, with another key
 * @param endedAt since when nothing is split under it any more; null while it stands
 */
public record CustodianScheme(
        UUID id,
        int needed,
        List<Custodian> custodians,
        Instant since,
        @Nullable Instant endedAt) {
    /** Fewer would be one who decides alone. */
    public static final int FEWEST = 2;
    /** More are not reached in time. */
    public static final int MOST = 15;

    public CustodianScheme {
        custodians = List.copyOf(custodians);
    }

    /** What a member is in it, if anything. */
    public Optional<Custodian> custodian(UUID member) {
        return custodians.stream().filter(each -> each.member().equals(member)).findFirst();
    }
}
