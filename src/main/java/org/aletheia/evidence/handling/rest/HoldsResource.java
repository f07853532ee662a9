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
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.HoldDraft;
import org.aletheia.evidence.handling.Holds;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Legal holds on items. */
@Path("/api/v1/items/{id}/holds")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class HoldsResource {
    private final Holds holds;
    private final HandlingReader reader;
    private final StepAnswers answers;

    HoldsResource(Holds holds, HandlingReader reader, StepAnswers answers) {
        this.holds = holds;
        this.reader = reader;
        this.answers = answers;
    }

    @POST
    @Operation(summary = "Place a legal hold on an item: it is kept, whatever its retention rule says")
    public Response place(
            @RestPath UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context HttpHeaders headers,
            JsonNode body) {
        holds.require(id);
        HoldDraft draft = reader.hold(body);
        Holds.Step step = holds.place(id, draft, body, key);
        return answers.answer(URI.create("/api/v1/items/" + id + "/holds"), step.step(), headers)
                .entity(answers.hold(step, headers))
                .build();
    }

    @GET
    @Operation(summary = "The legal holds on an item, lifted ones too: all to its owner, to others their own")
    public Page<HoldView> list(@RestPath UUID id) {
        return new Page<>(
                holds.list(id).stream().map(hold -> HoldView.of(hold, null)).toList(), null);
    }
}
