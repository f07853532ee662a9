package org.aletheia.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation lets another hand in for it. Whoever does makes records of the first, and sees no more of these than that
 * they were received.
 *
 * @param owner for whom the other hands in, and who owns what comes
 * @param kinds what may be handed in
 * @param until when it ends by itself
 * @param endedAt when it was ended; null where nobody did
 */
public record Delegation(
        UUID id,
        UUID owner,
        UUID delegate,
        Set<RecordKind> kinds,
        UUID givenBy,
        Instant givenAt,
        Instant until,
        @Nullable Instant endedAt) {
    /**
     * What is handed in: nothing else is made for another organisation, but for what comes with a statement, the pseudonym of who
     * gave it and their consent.
     */
    public static final Set<RecordKind> KINDS =
            Set.copyOf(EnumSet.of(RecordKind.SUBMISSION, RecordKind.ITEM, RecordKind.STATEMENT));

    /** What a delegation is for that names no kinds. Statements are named, or not handed in. */
    public static final Set<RecordKind> UNLESS_NAMED = Set.copyOf(EnumSet.of(RecordKind.SUBMISSION, RecordKind.ITEM));

    public Delegation {
        kinds = Set.copyOf(kinds);
    }
}
