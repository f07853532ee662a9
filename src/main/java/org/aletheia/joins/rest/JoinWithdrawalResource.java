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
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.joins.EndBody;
import org.aletheia.joins.JoinWithdrawals;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single withdrawals from joins. Who may call: members of the organisation that owns the record. */
@Path("/api/v1/join-withdrawals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class JoinWithdrawalResource {
    private final JoinWithdrawals withdrawals;

    JoinWithdrawalResource(JoinWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(withdrawals.get(id));
    }

    /** Lifts it: the record is again in the joins that it was in. */
    @POST
    @Path("/{id}/lifting")
    public Response lift(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, EndBody body) {
        return RecordAnswers.found(withdrawals.lift(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return withdrawals.history(id, PageRequest.of(limit, cursor));
    }
}
