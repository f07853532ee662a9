package org.aletheia.access.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's request that something be done for which one is not enough, and what another decided about it.
 *
 * @param record what it is about
 * @param ownerOrg organisation whose matter it is; null where it is one of the whole server
 * @param reason in words that name nobody, or a code
 * @param requester who asks
 * @param expiresAt until when it can be decided
 * @param decision null while nobody has decided
 * @param usedAt when whoever asked made use of a permit; null before, and where the approval did what was asked
 */
public record Approval(
        UUID id,
        Matter matter,
        UUID record,
        @Nullable UUID ownerOrg,
        Payload payload,
        String reason,
        UUID requester,
        UUID requesterOrg,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Decision decision,
        @Nullable Instant usedAt) {
    /** How long an approval that is a permit holds. */
    public static final Duration PERMIT = Duration.ofHours(24);

    /**
     * What became of a request.
     *
     * @param state approved, refused or withdrawn
     * @param by the member who decided
     * @param reason in words; null for none
     */
    public record Decision(
            ApprovalState state,
            UUID by,
            Instant at,
            @Nullable String reason) {}

    Approval decided(Decision made) {
        return new Approval(
                id,
                matter,
                record,
                ownerOrg,
                payload,
                reason,
                requester,
                requesterOrg,
                requestedAt,
                expiresAt,
                made,
                usedAt);
    }

    /** Whether it is a permit that can be used at a moment. */
    boolean permitsAt(Instant now) {
        return decision != null
                && decision.state() == ApprovalState.APPROVED
                && usedAt == null
                && now.isBefore(decision.at().plus(PERMIT));
    }

    /** Where it stands at a moment. */
    public ApprovalState stateAt(Instant now) {
        if (decision != null) {
            return decision.state();
        }
        return now.isBefore(expiresAt) ? ApprovalState.REQUESTED : ApprovalState.EXPIRED;
    }
}
