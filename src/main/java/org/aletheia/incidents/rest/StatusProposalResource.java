package org.aletheia.incidents.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.incidents.StatusProposals;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single proposals of a status. Who may call: to decide, another member of the owner than the one who proposed. */
@Path("/api/v1/missing-status-proposals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StatusProposalResource {
    private final StatusProposals proposals;
    private final Sources sources;
    private final ChecksFactory checks;

    StatusProposalResource(StatusProposals proposals, Sources sources, ChecksFactory checks) {
        this.proposals = proposals;
        this.sources = sources;
        this.checks = checks;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return Sourced.found(proposals.get(id), sources);
    }

    @POST
    @Path("/{id}/decisions")
    public Response decide(@RestPath UUID id, StatusDecisionBody body) {
        return Sourced.found(proposals.decide(id, body.check(checks.begin())), sources);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return proposals.history(id, PageRequest.of(limit, cursor));
    }
}
