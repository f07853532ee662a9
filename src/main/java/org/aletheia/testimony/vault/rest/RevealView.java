package org.aletheia.testimony.vault.rest;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealState;
import org.jspecify.annotations.Nullable;

/**
 * A request to see an identity, as those get it who may ask or approve.
 *
 * @param reason in words; null once the identity was erased
 */
record RevealView(
        UUID id,
        SubjectView subject,
        UUID requester,
        String purpose,
        @Nullable String reason,
        RevealState state,
        Instant requestedAt,
        @Nullable UUID approver,
        @Nullable Instant expiresAt) {

    record SubjectView(String kind, UUID id) {}

    static RevealView of(Reveal reveal, @Nullable String reason, Instant now) {
        return new RevealView(
                reveal.id(),
                new SubjectView(reveal.subject().kind().code(), reveal.subject().id()),
                reveal.requester(),
                reveal.purpose(),
                reason,
                reveal.stateAt(now),
                reveal.requestedAt(),
                reveal.approver(),
                reveal.expiresAt());
    }
}
