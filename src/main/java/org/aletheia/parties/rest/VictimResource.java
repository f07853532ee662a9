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
import org.aletheia.parties.Victim;
import org.aletheia.parties.Victims;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Victims under pseudonyms. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/victims")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class VictimResource {
    private final Victims victims;
    private final JoinCounts joins;

    VictimResource(Victims victims, JoinCounts joins) {
        this.victims = victims;
        this.joins = joins;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, VictimBody body) {
        return RecordAnswers.created(
                "victims", victims.create(key, "victims", body, checks -> body.check(checks, Victim.newPseudonym())));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pseudonym") @Nullable String pseudonym,
            @QueryParam("majority-before") @Nullable String majorityBefore) {
        return joins.page(victims.list(PageRequest.of(limit, cursor)
                .with("pseudonym", pseudonym)
                .with(Victims.MAJORITY_BEFORE, QueryDays.optional("majority-before", majorityBefore))));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(victims.get(id), joins.remarks(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, VictimBody body) {
        return RecordAnswers.found(victims.revise(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body,
                (checks, before) -> body.check(checks, before.pseudonym())));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return victims.history(id, PageRequest.of(limit, cursor));
    }
}
