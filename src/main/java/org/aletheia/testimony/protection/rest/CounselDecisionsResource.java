package org.aletheia.testimony.protection.rest;

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
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.protection.CounselDecisionBody;
import org.aletheia.testimony.protection.CounselDecisions;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What counsel decided on a protection note. Who may call: counsel decides; protection staff reads. */
@Authenticated
@RunOnVirtualThread
@Path("/api/v1/protection-notes/{note}/counsel-decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CounselDecisionsResource {
    private final CounselDecisions decisions;

    CounselDecisionsResource(CounselDecisions decisions) {
        this.decisions = decisions;
    }

    @POST
    public Response decide(
            @RestPath UUID note, @HeaderParam(Idempotency.HEADER) @Nullable String key, CounselDecisionBody body) {
        return RecordAnswers.created(
                "protection-notes/" + note + "/counsel-decisions", decisions.decide(note, key, body));
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID note,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return decisions.of(note, PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID note, @RestPath UUID id) {
        return RecordAnswers.found(decisions.get(note, id));
    }
}
