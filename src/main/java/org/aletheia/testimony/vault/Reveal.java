package org.aletheia.testimony.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to see an identity, and what became of it.
 *
 * @param ownerOrg organisation that owns the subject; one of its members approves
 * @param requester member who asks, and who alone may see
 * @param purpose code of {@code reveal-purpose}
 * @param reason in words, sealed under the key of the person whom it is about
 * @param approver another member; null until approved
 * @param expiresAt until when it may be seen; null until approved
 * @param guarded what custodians guard of it; null where they do not
 */
public record Reveal(
        UUID id,
        VaultSubject subject,
        UUID ownerOrg,
        UUID requester,
        UUID requesterOrg,
        String purpose,
        byte[] reason,
        Instant requestedAt,
        @Nullable UUID approver,
        @Nullable Instant expiresAt,
        @Nullable Guarded guarded) {
    /**
     * That it needs custodians.
     *
     * @param scheme whose
     * @param split what they have shares of; what is stored under the pseudonym later has another
     * @param publicKey to which they seal their shares; whoever asked has the private one, and this server has not
     */
    public record Guarded(UUID scheme, UUID split, byte[] publicKey) {
        public Guarded {
            publicKey = publicKey.clone();
        }

        @Override
        public byte[] publicKey() {
            return publicKey.clone();
        }
    }

    /** How long an approval holds. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** How long a request waits for approval. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    /** The same, approved. */
    public Reveal approvedBy(UUID member, Instant until) {
        return new Reveal(
                id, subject, ownerOrg, requester, requesterOrg, purpose, reason, requestedAt, member, until, guarded);
    }

    /** Where it stands at a moment. */
    public RevealState stateAt(Instant now) {
        if (expiresAt != null) {
            return now.isBefore(expiresAt) ? RevealState.APPROVED : RevealState.EXPIRED;
        }
        return now.isBefore(requestedAt.plus(PATIENCE)) ? RevealState.REQUESTED : RevealState.EXPIRED;
    }
}
