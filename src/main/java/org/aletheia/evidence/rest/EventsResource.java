package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Receipt;
import org.aletheia.evidence.Events;
import org.aletheia.evidence.ItemReceipts;
import org.aletheia.evidence.UseNotices;
import org.aletheia.platform.http.PrintedPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single events and the proofs that the log holds them, for whoever may see the history that they belong to. */
@Path("/api/v1/events/{id}")
@Authenticated
@RunOnVirtualThread
class EventsResource {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final Events events;
    private final ItemReceipts receipts;
    private final UseNotices notices;
    private final ReceiptPage page;

    EventsResource(Events events, ItemReceipts receipts, UseNotices notices, ReceiptPage page) {
        this.events = events;
        this.receipts = receipts;
        this.notices = notices;
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

    /**
     * A document to keep, or a page to print in the caller's language; with {@code Prefer: wait=2} it waits for the proof.
     * Fields named by {@code withhold}, with commas between, are given as commitments.
     */
    @GET
    @Path("/receipt")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            summary =
                    "The receipt of an event: signed promise, and proof once the log is published; as JSON or to print")
    public Response receipt(
            @RestPath UUID id,
            @QueryParam("withhold") @Nullable String withhold,
            @Context Request request,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        ReceiptWait wait = ReceiptWait.of(headers);
        Receipt receipt = receipts.of(id, wait.length(), WithheldFields.parse(withhold));
        Variant form = request.selectVariant(FORMS);
        boolean print = form != null && MediaType.TEXT_HTML_TYPE.isCompatible(form.getMediaType());
        Response.ResponseBuilder answer = print ? page(receipt, headers, response) : document(receipt);
        return wait.applied(answer).header(HttpHeaders.VARY, "Accept").build();
    }

    /** Lets the item's owner know of a use by a member of the caller's organisation; for ever. */
    @PUT
    @Path("/notice")
    @Operation(summary = "Let an item's owner know of a view or download by one's own organisation")
    public void notice(@RestPath UUID id) {
        notices.mark(id);
    }

    private static Response.ResponseBuilder document(Receipt receipt) {
        return Response.ok(receipt.json(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(receipt) + ".json\"");
    }

    private static String name(Receipt receipt) {
        return receipt.event().value(EventField.ID).map(id -> "receipt-" + id).orElse("receipt");
    }

    private Response.ResponseBuilder page(Receipt receipt, HttpHeaders headers, HttpServerResponse response) {
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return PrintedPage.of(page.render(receipt, language), name(receipt), response);
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
