package org.aletheia.joins.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.joins.EndBody;
import org.aletheia.joins.Join;
import org.aletheia.joins.JoinBody;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.Joins;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Joins of records, and decisions that keep records apart. Who may call: to say and undo, members whose role grants it; to
 * read, who may read every record of the join; see the access policy.
 */
@Path("/api/v1/joins")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class JoinResource {
    private final Joins joins;
    private final JoinedRecords records;

    JoinResource(Joins joins, JoinedRecords records) {
        this.joins = joins;
        this.records = records;
    }

    @POST
    public Response say(@HeaderParam(Idempotency.HEADER) @Nullable String key, JoinBody body) {
        RecordVersion<Join> made = joins.say(key, body);
        return RecordAnswers.created("joins", made, JoinView.remarks(joins.seen(made), records));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return joins.list(PageRequest.of(limit, cursor)).map(found -> JoinView.of(joins.seen(found), records));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return answer(joins.get(id));
    }

    /** Undoes it: its records are from then on as if it had never been said. */
    @POST
    @Path("/{id}/undo")
    public Response undo(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, EndBody body) {
        return answer(joins.undo(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return joins.history(id, PageRequest.of(limit, cursor));
    }

    private Response answer(RecordVersion<Join> join) {
        return RecordAnswers.found(join, JoinView.remarks(joins.seen(join), records));
    }
}
