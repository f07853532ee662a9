package org.aletheia.parties.rest;

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
import org.aletheia.parties.PersonLinks;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Which records of persons belong together. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/person-links")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PersonLinkResource {
    private final PersonLinks links;

    PersonLinkResource(PersonLinks links) {
        this.links = links;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, PersonLinkBody body) {
        return RecordAnswers.created(
                "person-links", links.create(key, "person-links", body, checks -> body.check(checks, links)));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return links.list(PageRequest.of(limit, cursor)
                        .with("from", QueryIds.optional("from", from))
                        .with("to", QueryIds.optional("to", to)))
                .map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(links.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, PersonLinkBody body) {
        return RecordAnswers.found(links.revise(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body,
                (checks, before) -> body.check(checks, links)));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return links.history(id, PageRequest.of(limit, cursor));
    }
}
