package org.aletheia.evidence.disposal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One member's word that records are to go for good, and what another decided about it. It names no person: it stays when
 * they are gone.
 *
 * @param records which, at least one; their sources, reviews and opinions by the same organisation go with them
 * @param ground code of {@code disposal-ground}
 * @param reason in words
 * @param requestedBy the member who asks
 * @param decision null while nobody has decided
 */
public record Disposal(
        List<Named> records,
        String ground,
        String reason,
        UUID requestedBy,
        @Nullable Decision decision) implements RecordContent {
    /** How long a request waits. */
    public static final Duration PATIENCE = Duration.ofDays(14);

    public Disposal {
        records = List.copyOf(records);
    }

    /** A record that is to go. */
    public record Named(RecordKind kind, UUID id) {}

    /**
     * What became of a request.
     *
     * @param outcome code of {@link Outcome}
     * @param by the member who decided
     * @param reason in words
     */
    public record Decision(
            String outcome, UUID by, @Nullable String reason) {}

    /** The set cannot grow without a rule of its own, so it is no code list. */
    public enum Outcome {
        /** By another member, one of the two counsel: the records are gone with it. */
        APPROVED,
        /** By another member. */
        REFUSED,
        /** By the member who asked. */
        WITHDRAWN
    }

    Disposal decided(Decision by) {
        return new Disposal(records, ground, reason, requestedBy, by);
    }

    /** Until when it can be decided. */
    public static Instant expiresAt(Instant requestedAt) {
        return requestedAt.plus(PATIENCE);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
