package org.aletheia.evidence.abuse.rest;

import static org.aletheia.evidence.record.Checks.sure;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.evidence.abuse.AbuseMarks;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Marks of suspected abuse material. Who may call: to mark, who may read the content; to lift, see {@link AbuseMarks}. */
@Path("/api/v1/items/{id}/abuse-mark")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AbuseMarkResource {
    private static final int MAX_REASON = 2000;

    private final AbuseMarks marks;
    private final ChecksFactory checks;
    private final Clock clock;

    AbuseMarkResource(AbuseMarks marks, ChecksFactory checks, Clock clock) {
        this.marks = marks;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Mark an item as suspected material of the abuse of children, at once",
            description = "From then on it is there for named persons of its owner alone, also for who marked it.")
    public void mark(@RestPath UUID id) {
        marks.mark(id);
    }

    @POST
    @Path("/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask that the mark be lifted; another member decides, and one of the two is counsel")
    @APIResponse(
            responseCode = "202",
            description = "Another member decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response lift(@RestPath UUID id, Lifting body) {
        Checks found = checks.begin();
        String reason = found.text("/reason", found.required("/reason", body.reason()), MAX_REASON);
        found.throwIfAny();
        return ApprovalView.accepted(marks.askLifting(id, sure(reason)), clock.instant());
    }

    /** @param reason in words that name nobody */
    @Schema(name = "AbuseMarkLifting")
    record Lifting(@Nullable String reason) {}
}
