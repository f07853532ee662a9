package org.aletheia.incidents.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.incidents.StatusProposals;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How the status of a missing person came about. Who may call: to propose, who may revise the record; see the access policy. */
@Path("/api/v1/missing-persons/{parent}/status-proposals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StatusProposalsOfMissingResource {
    private final StatusProposals proposals;
    private final Sources sources;
    private final RecordDirectory directory;
    private final AccessGuard guard;

    StatusProposalsOfMissingResource(
            StatusProposals proposals, Sources sources, RecordDirectory directory, AccessGuard guard) {
        this.proposals = proposals;
        this.sources = sources;
        this.directory = directory;
        this.guard = guard;
    }

    @POST
    public Response propose(
            @RestPath UUID parent, @HeaderParam(Idempotency.HEADER) @Nullable String key, StatusProposalBody body) {
        UUID member = guard.principal().member();
        return Sourced.created(
                "missing-status-proposals",
                proposals.propose(key, parent, body, (checks, now) -> body.check(checks, now, parent, member)),
                sources);
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        directory.require(AccessIntent.READ, RecordKind.MISSING_PERSON, parent);
        return Sourced.page(
                proposals.list(PageRequest.of(limit, cursor).with("missingPerson", parent.toString())), sources);
    }
}
