package org.aletheia.cases.rest;

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
import org.aletheia.cases.disclosure.DisclosureDecisions;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on disclosure in a case. Who may call: the disclosure officer of its organisation decides; its members read
 * those about items that they may see.
 */
@Path("/api/v1/case-files/{parent}/disclosure-decisions")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DecisionsOfCaseResource {
    private final DisclosureDecisions decisions;

    DecisionsOfCaseResource(DisclosureDecisions decisions) {
        this.decisions = decisions;
    }

    @POST
    public Response create(
            @RestPath UUID parent, @HeaderParam(Idempotency.HEADER) @Nullable String key, DecisionBody body) {
        return RecordAnswers.created(
                "disclosure-decisions",
                decisions.decide(parent, key, body, checks -> body.create(checks, parent, decisions)));
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("item") @Nullable String item) {
        return decisions
                .of(parent, PageRequest.of(limit, cursor).with("item", item))
                .map(RecordView::of);
    }
}
