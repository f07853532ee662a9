package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.evidence.handling.Handling;
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.Handlings;
import org.aletheia.evidence.handling.Possessions;
import org.aletheia.evidence.handling.Recorded;
import org.aletheia.platform.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What is done with an item after receipt, and where it stands. */
@Path("/api/v1/items/{id}")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustodyEventsResource {
    private final Handlings handlings;
    private final HandlingReader reader;
    private final Possessions possessions;
    private final StepAnswers answers;
    private final AccessGuard guard;

    CustodyEventsResource(
            Handlings handlings,
            HandlingReader reader,
            Possessions possessions,
            StepAnswers answers,
            AccessGuard guard) {
        this.handlings = handlings;
        this.reader = reader;
        this.possessions = possessions;
        this.answers = answers;
        this.guard = guard;
    }

    @POST
    @Path("/custody-events")
    @Operation(
            summary = "Record what was done with an item, or happened to it",
            description = "What contradicts the chain is refused unless it is stated as a discrepancy.")
    public Response record(
            @RestPath UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context HttpHeaders headers,
            JsonNode body) {
        handlings.require(id);
        Handling said = reader.handling(body, guard.principal().organisation());
        Recorded recorded = handlings.record(id, said, body, key);
        StepView view = answers.view(recorded.event(), recorded.ref(), headers);
        return answers.answer(URI.create("/api/v1/events/" + recorded.event()), recorded.ref(), headers)
                .entity(view)
                .build();
    }

    @GET
    @Path("/possession")
    @Operation(summary = "Who has an item, under which seal, by its chain of custody so far")
    public PossessionView possession(@RestPath UUID id) {
        return PossessionView.of(possessions.read(id));
    }
}
