package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.Handlings;
import org.aletheia.evidence.handling.TransferOffer;
import org.aletheia.evidence.handling.Transfers;
import org.aletheia.platform.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Offers of an item to other organisations. */
@Path("/api/v1/items/{id}/transfers")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OffersResource {
    private final Transfers transfers;
    private final Handlings handlings;
    private final HandlingReader reader;
    private final StepAnswers answers;

    OffersResource(Transfers transfers, Handlings handlings, HandlingReader reader, StepAnswers answers) {
        this.transfers = transfers;
        this.handlings = handlings;
        this.reader = reader;
        this.answers = answers;
    }

    @POST
    @Operation(summary = "Offer an item to another organisation; possession moves when it accepts")
    public Response offer(
            @RestPath UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context HttpHeaders headers,
            JsonNode body) {
        handlings.require(id);
        TransferOffer offer = reader.offer(body);
        return answers.transfer(transfers.offer(id, offer, body, key), headers);
    }
}
