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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.access.Members;
import org.aletheia.access.Standing;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Enrolments, for administrators. */
@Path("/api/v1/members")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MembersResource {
    private final Members members;

    MembersResource(Members members) {
        this.members = members;
    }

    @GET
    @Path("/{id}")
    public RestResponse<MemberView> get(@RestPath UUID id) {
        return MemberAnswers.of(ResponseBuilder.ok(), members.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change roles, clearance and compartments")
    public RestResponse<MemberView> revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, StandingRequest request) {
        Findings findings = new Findings();
        Standing standing = request.read(findings);
        findings.throwIfAny();
        return MemberAnswers.of(ResponseBuilder.ok(), members.revise(id, ifMatch, standing));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End an enrolment", description = "The member stays on record with the time of the end.")
    public RestResponse<MemberView> end(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return MemberAnswers.of(ResponseBuilder.ok(), members.end(id, ifMatch));
    }
}
