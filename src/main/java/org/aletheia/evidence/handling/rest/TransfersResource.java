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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.Transfer;
import org.aletheia.evidence.handling.TransferDecision;
import org.aletheia.evidence.handling.TransferState;
import org.aletheia.evidence.handling.Transfers;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Transfers of items between organisations, in two steps, each under the token of the side that takes it. */
@Path("/api/v1/transfers")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TransfersResource {
    private final Transfers transfers;
    private final HandlingReader reader;
    private final StepAnswers answers;
    private final IdPages pages;

    TransfersResource(Transfers transfers, HandlingReader reader, StepAnswers answers, IdPages pages) {
        this.transfers = transfers;
        this.reader = reader;
        this.answers = answers;
        this.pages = pages;
    }

    @GET
    @Operation(summary = "Transfers from and to the caller's organisation")
    public Page<TransferView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Findings findings = new Findings();
        TransferState in = state == null ? null : findings.parse("?state", () -> TransferState.parse(state));
        findings.throwIfAny();
        Page<Transfer> page = pages.of(
                "transfers\n" + in, limit, cursor, (after, most) -> transfers.list(in, after, most), Transfer::id);
        transfers.shown(page.items().stream().map(Transfer::id).toList());
        return page.map(transfer -> TransferView.of(transfer, null));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One transfer")
    public TransferView get(@RestPath UUID id) {
        return TransferView.of(transfers.read(id), null);
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(summary = "Accept or refuse an offered item, with the seal as found; or take the offer back")
    public Response decide(
            @RestPath UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context HttpHeaders headers,
            JsonNode body) {
        transfers.read(id);
        TransferDecision decision = reader.decision(body);
        return answers.transfer(transfers.decide(id, decision, body, key), headers);
    }
}
