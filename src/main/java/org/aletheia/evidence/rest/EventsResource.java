package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.evidence.Events;
import org.aletheia.evidence.ItemReceipts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single events and the proofs that the log holds them, for whoever may see the history that they belong to. */
@Path("/api/v1/events/{id}")
@Authenticated
@RunOnVirtualThread
class EventsResource {
    private final Events events;
    private final ItemReceipts receipts;
    private final ReceiptPage page;

    EventsResource(Events events, ItemReceipts receipts, ReceiptPage page) {
        this.events = events;
        this.receipts = receipts;
        this.page = page;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One event, disclosed")
    public View get(@RestPath UUID id) {
        return View.of(events.get(id));
    }

    /** The C2SP tlog-proof; 409 while no published checkpoint covers the event. */
    @GET
    @Path("/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The proof that the published log holds an event (C2SP tlog-proof)")
    public String proof(@RestPath UUID id) {
        return events.proof(id);
    }

    /** A document to keep; with {@code Prefer: wait=2} it waits for the proof. */
    @GET
    @Path("/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The receipt of an event: signed promise, and proof once the log is published")
    public Response receipt(@RestPath UUID id, @Context HttpHeaders headers) {
        ReceiptWait wait = ReceiptWait.of(headers);
        Map<String, @Nullable Object> document = receipts.of(id, wait.length()).json();
        return wait.applied(Response.ok(document))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + id + ".json\"")
                .build();
    }

    /** The same to print, in the caller's language. */
    @GET
    @Path("/receipt")
    @Produces("text/html; charset=utf-8; qs=0.5")
    @Operation(summary = "The receipt of an event as a page to print")
    public Response receiptPage(@RestPath UUID id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        ReceiptWait wait = ReceiptWait.of(headers);
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        response.putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        return wait.applied(Response.ok(page.render(id, receipts.of(id, wait.length()), language)))
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /**
     * An event.
     *
     * @param index in the log
     * @param event the disclosed event, whose entry anybody can recompute
     */
    record View(UUID id, long index, Map<String, @Nullable Object> event, boolean integrated, String proof) {
        static View of(FoundEvent found) {
            UUID id = found.entry().eventId();
            return new View(
                    id,
                    found.entry().index(),
                    found.event().json(),
                    found.integrated(),
                    "/api/v1/events/" + id + "/proof");
        }
    }
}
