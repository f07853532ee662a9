package org.aletheia.access.approval.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.ApprovalState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request for a decision of two, as whoever asked and those who may decide see it.
 *
 * @param asked what exactly would be done
 * @param digest of {@code asked} in canonical form: the one in the log
 * @param decidedBy another member than {@code requester}, unless it was withdrawn; absent while nobody has decided
 * @param usedAt when whoever asked made use of it, where the approval is a permit
 */
@Schema(name = "Approval")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalView(
        UUID id,
        String matter,
        UUID record,
        Map<String, @Nullable Object> asked,
        String digest,
        String reason,
        UUID requester,
        Instant requestedAt,
        Instant expiresAt,
        ApprovalState state,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Instant usedAt) {

    /** As it stands at a moment. */
    public static ApprovalView of(Approval approval, Instant now) {
        Approval.Decision decision = approval.decision();
        return new ApprovalView(
                approval.id(),
                approval.matter().code(),
                approval.record(),
                approval.payload().values(),
                approval.payload().digest().toString(),
                approval.reason(),
                approval.requester(),
                approval.requestedAt(),
                approval.expiresAt(),
                approval.stateAt(now),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                approval.usedAt());
    }

    /** 202: what was asked waits for another's decision. */
    public static Response accepted(Approval approval, Instant now) {
        return Response.accepted(of(approval, now))
                .location(URI.create("/api/v1/approvals/" + approval.id()))
                .build();
    }
}
