package org.aletheia.cases.legal.rest;

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
import org.aletheia.cases.legal.LegalRequestBody;
import org.aletheia.cases.legal.LegalRequests;
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

/** The register of legal requests. Who may call: counsel writes, the disclosure officer reads. */
@Authenticated
@RunOnVirtualThread
@Path("/api/v1/legal-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LegalRequestResource {
    private final LegalRequests requests;

    LegalRequestResource(LegalRequests requests) {
        this.requests = requests;
    }

    @POST
    @Operation(summary = "Enter an order, warrant or request that the organisation received")
    public Response enter(@HeaderParam(Idempotency.HEADER) @Nullable String key, LegalRequestBody body) {
        return RecordAnswers.created("legal-requests", requests.enter(key, body));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return requests.list(PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(requests.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Write what became of a request: counsel's view, notice, what was given, by which event")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, LegalRequestBody body) {
        return RecordAnswers.found(requests.revise(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return requests.history(id, PageRequest.of(limit, cursor));
    }
}
