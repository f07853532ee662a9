package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.Members;
import org.aletheia.access.Standing;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Enrolments, for administrators. */
@Path("/api/v1/members")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MembersResource {
    private static final String BY_TWO = "A privileged role: another administrator decides";

    private final Members members;
    private final MemberAnswers answers;

    MembersResource(Members members, MemberAnswers answers) {
        this.members = members;
        this.answers = answers;
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response get(@RestPath UUID id) {
        return MemberAnswers.found(Response.ok(), members.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change roles, clearance and compartments")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = BY_TWO,
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, StandingRequest request) {
        Findings findings = new Findings();
        Standing standing = request.read(findings);
        String reason = request.readReason(findings);
        findings.throwIfAny();
        return answers.changed(members.revise(id, ifMatch, standing, reason));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End an enrolment", description = "The member stays on record with the time of the end.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = BY_TWO,
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response end(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Nullable String reason) {
        Findings findings = new Findings();
        String why = Texts.optional(findings, "?reason", reason, Texts.MAX_REASON);
        findings.throwIfAny();
        return answers.changed(members.end(id, ifMatch, why));
    }
}
