package org.aletheia.cases.disclosure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.jspecify.annotations.Nullable;

/**
 * What bears on whether an item that a body holds may go to the defence.
 *
 * @param provider code of {@code source-category}; null where nobody said
 * @param shareEnded whether its provider shared it and does so no more
 * @param identifying whether it may identify a protected person
 * @param closures the grounds on which it is closed
 */
public record HeldItem(
        UUID id,
        @Nullable String registrationNumber,
        Instant receivedAt,
        @Nullable String provider,
        boolean shareEnded,
        Classification classification,
        boolean compartmented,
        boolean identifying,
        Set<ClosureGround> closures,
        ReceiptConditions conditions) {
    public HeldItem {
        closures = Set.copyOf(closures);
    }
}
