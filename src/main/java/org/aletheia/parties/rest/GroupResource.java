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
import org.aletheia.evidence.record.JoinCounts;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.parties.Groups;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Groups. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/groups")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class GroupResource {
    private final Groups groups;
    private final JoinCounts joins;

    GroupResource(Groups groups, JoinCounts joins) {
        this.groups = groups;
        this.joins = joins;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, NamedPartyBody body) {
        return RecordAnswers.created("groups", groups.create(key, "groups", body, body::group));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return joins.page(groups.list(PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(groups.get(id), joins.remarks(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NamedPartyBody body) {
        return RecordAnswers.found(groups.revise(
                id, current -> ETags.requireMatch(ifMatch, current), body, (checks, before) -> body.group(checks)));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return groups.history(id, PageRequest.of(limit, cursor));
    }
}
