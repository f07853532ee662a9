package org.aletheia.incidents.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.incidents.Involvements;
import org.aletheia.incidents.Supervision;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single allegations of involvement, each with its sources. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/involvements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InvolvementResource {
    private final Involvements involvements;
    private final Sources sources;
    private final ChecksFactory checks;
    private final AccessGuard guard;

    InvolvementResource(Involvements involvements, Sources sources, ChecksFactory checks, AccessGuard guard) {
        this.involvements = involvements;
        this.sources = sources;
        this.checks = checks;
        this.guard = guard;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return Sourced.found(involvements.get(id), sources);
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, InvolvementBody body) {
        UUID member = guard.principal().member();
        return Sourced.found(
                involvements.revise(
                        id,
                        current -> ETags.requireMatch(ifMatch, current),
                        body,
                        (checks, before) -> body.check(checks, before, member)),
                sources);
    }

    @POST
    @Path("/{id}/supervision")
    @Operation(summary = "As a supervisor, let an allegation for acts committed as a child stand, or not")
    public Response supervise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, SupervisionBody body) {
        Supervision.Outcome outcome = body.check(checks.begin());
        return Sourced.found(
                involvements.supervise(id, current -> ETags.requireMatch(ifMatch, current), outcome), sources);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return involvements.history(id, PageRequest.of(limit, cursor));
    }
}
