package org.aletheia.access.approval.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.ApprovalState;
import org.aletheia.access.approval.Approvals;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Decisions of two. Who may call: whoever asked, and those who may decide, which depends on the matter. */
@Path("/api/v1/approvals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ApprovalsResource {
    private static final int MAX_REASON = 2000;
    private static final List<String> OUTCOMES = List.of("approved", "refused", "withdrawn");

    private final Approvals approvals;
    private final Clock clock;

    ApprovalsResource(Approvals approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "What the caller asked or may decide, decided requests too, in the order in which they were asked")
    public Page<ApprovalView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return approvals.list(limit, cursor).map(this::view);
    }

    @GET
    @Path("/{id}")
    public ApprovalView get(@RestPath UUID id) {
        return view(approvals.get(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(
            summary = "Approve, refuse or withdraw",
            description = "With an approval what was asked is done. Another than who asked approves or refuses.")
    public ApprovalView decide(@RestPath UUID id, Request request) {
        Findings findings = new Findings();
        String outcome = request.outcome() == null ? "" : request.outcome();
        findings.require(!outcome.isEmpty(), "/outcome", "required");
        findings.require(
                outcome.isEmpty() || OUTCOMES.contains(outcome),
                "/outcome",
                "outcome-unknown",
                Map.of("allowed", OUTCOMES));
        String reason = request.reason() == null ? null : request.reason().strip();
        findings.require(
                reason == null || reason.length() <= MAX_REASON, "/reason", "too-long", Map.of("max", MAX_REASON));
        boolean said = reason != null && !reason.isEmpty();
        findings.require(said || !outcome.equals("refused"), "/reason", "required");
        findings.throwIfAny();
        return view(
                approvals.decide(id, ApprovalState.valueOf(outcome.toUpperCase(Locale.ROOT)), said ? reason : null));
    }

    private ApprovalView view(Approval approval) {
        return ApprovalView.of(approval, clock.instant());
    }

    /**
     * A decision.
     *
     * @param outcome approved, refused or withdrawn
     * @param reason in words that name nobody; required for a refusal
     */
    @Schema(name = "ApprovalDecision")
    record Request(@Nullable String outcome, @Nullable String reason) {}
}
