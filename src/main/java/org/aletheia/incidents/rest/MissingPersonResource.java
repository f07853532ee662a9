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
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.incidents.MissingPersons;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Those who are missing. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/missing-persons")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MissingPersonResource {
    private final MissingPersons missing;

    MissingPersonResource(MissingPersons missing) {
        this.missing = missing;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, MissingPersonBody body) {
        return RecordAnswers.created(
                "missing-persons", missing.create(key, "missing-persons", body, checks -> body.check(checks, null)));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("victim") @Nullable String victim,
            @QueryParam("status") @Nullable String status) {
        return missing.list(PageRequest.of(limit, cursor).with("victim", victim).with("status", status))
                .map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(missing.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MissingPersonBody body) {
        return RecordAnswers.found(missing.revise(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body,
                (checks, before) -> body.check(checks, before)));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return missing.history(id, PageRequest.of(limit, cursor));
    }
}
