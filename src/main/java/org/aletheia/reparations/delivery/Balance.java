package org.aletheia.reparations.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one award, in minor units of its currency; where an award is no money, in deliveries.
 *
 * @param awarded null where it is no money
 * @param reported by the provider, corrections taken off
 * @param confirmed by claimant or successor
 * @param shownOtherwise shown in another way
 * @param contested said not to have come
 * @param delivered reported and not contested
 * @param open reported and neither confirmed, shown nor contested
 * @param undelivered awarded and not delivered; null where it is no money
 * @param held of what is undelivered, kept for the claimant
 */
public record Balance(
        int award,
        @Nullable String currency,
        @Nullable Long awarded,
        long reported,
        long confirmed,
        long shownOtherwise,
        long contested,
        long delivered,
        long open,
        @Nullable Long undelivered,
        long held) {}
