package org.aletheia.evidence.measure.rest;

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
import org.aletheia.evidence.measure.ProtectiveMeasureBody;
import org.aletheia.evidence.measure.ProtectiveMeasures;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Protective measures. Who may call: counsel and case team write; who keeps them sees them. See the access policy. */
@Path("/api/v1/protective-measures")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProtectiveMeasureResource {
    private final ProtectiveMeasures measures;

    ProtectiveMeasureResource(ProtectiveMeasures measures) {
        this.measures = measures;
    }

    @POST
    @Operation(summary = "Write down what a body ordered for somebody's protection; it holds at once")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, ProtectiveMeasureBody body) {
        return RecordAnswers.created("protective-measures", measures.create(key, body));
    }

    @GET
    @Operation(summary = "Protective measures of the caller's organisation")
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return measures.list(PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One protective measure with the orders that made and varied it")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(measures.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Vary a protective measure by another order of the body that gave it; no scopes lift it")
    public Response vary(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ProtectiveMeasureBody body) {
        return RecordAnswers.found(measures.vary(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "What a protective measure said before")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return measures.history(id, PageRequest.of(limit, cursor));
    }
}
