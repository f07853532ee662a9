package org.aletheia.evidence.disposal.rest;

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
import org.aletheia.evidence.disposal.Disposal;
import org.aletheia.evidence.disposal.DisposalBody;
import org.aletheia.evidence.disposal.DisposalDecisionBody;
import org.aletheia.evidence.disposal.Disposals;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Disposals. Who may call: members who may dispose of the records, counsel among them; one asks and another decides. */
@Path("/api/v1/disposals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DisposalResource {
    private final Disposals disposals;
    private final ChecksFactory checks;

    DisposalResource(Disposals disposals, ChecksFactory checks) {
        this.disposals = disposals;
        this.checks = checks;
    }

    @POST
    @Operation(summary = "Ask that records go for good; refused with all that stands against it")
    public Response request(@HeaderParam(Idempotency.HEADER) @Nullable String key, DisposalBody body) {
        RecordVersion<Disposal> made = disposals.request(key, body);
        return RecordAnswers.created("disposals", made, disposals.standing(made));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return disposals
                .list(PageRequest.of(limit, cursor))
                .map(found -> RecordView.of(found, disposals.standing(found)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return found(disposals.get(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(summary = "Approve, refuse or withdraw; with an approval the records are gone")
    public Response decide(@RestPath UUID id, DisposalDecisionBody body) {
        return found(disposals.decide(id, body.check(checks.begin())));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return disposals.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<Disposal> disposal) {
        return RecordAnswers.found(disposal, disposals.standing(disposal));
    }
}
