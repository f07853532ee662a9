package org.aletheia.reparations.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the delivery ledger. Entries are added, never changed.
 *
 * @param number from 1
 * @param award number of the award
 * @param kind code of {@code delivery-kind}
 * @param amount null where the award is no money
 * @param on the day that it tells of, ISO 8601
 * @param of number of the entry that it answers to
 * @param reason code of {@code delivery-reason}
 * @param item that shows it
 * @param person the claimant or successor who says so
 */
public record Delivery(
        int number,
        int award,
        String kind,
        @Nullable Money amount,
        String on,
        @Nullable Integer of,
        @Nullable String reason,
        @Nullable UUID item,
        @Nullable UUID person,
        By by) {}
