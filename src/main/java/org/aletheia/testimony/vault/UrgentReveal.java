package org.aletheia.testimony.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one member saw an identity at once, alone, to save a life, and what another said of it afterwards.
 *
 * @param ownerOrg organisation that owns the subject; one of its members reviews
 * @param member who saw it
 * @param reason in words, sealed under the key of the person whom it is about
 * @param review null until then
 */
public record UrgentReveal(
        UUID id,
        VaultSubject subject,
        UUID ownerOrg,
        UUID member,
        UUID memberOrg,
        byte[] reason,
        Instant revealedAt,
        @Nullable Review review) {
    /** How long it may stay without a review. */
    public static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    /**
     * What another member said.
     *
     * @param remark in words, sealed like the reason; null for none
     */
    public record Review(UUID by, Instant at, boolean justified, byte @Nullable [] remark) {}

    UrgentReveal reviewed(Review said) {
        return new UrgentReveal(id, subject, ownerOrg, member, memberOrg, reason, revealedAt, said);
    }

    /** Until when another has to look. */
    public Instant reviewBy() {
        return revealedAt.plus(REVIEW_WITHIN);
    }

    /** Where it stands at a moment. */
    public UrgentRevealState stateAt(Instant now) {
        if (review != null) {
            return UrgentRevealState.REVIEWED;
        }
        return now.isBefore(reviewBy()) ? UrgentRevealState.UNREVIEWED : UrgentRevealState.UNREVIEWED_OVERDUE;
    }
}
