package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.Receipt;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.HandIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in for another organisation, as who did so sees it.
 *
 * @param id of the record, which is that organisation's
 * @param kind {@code submission} or {@code item}; {@code statement}, or {@code victim} or {@code consent} that came with one
 * @param submission the submission itself, or the one that the item came with
 * @param statement the statement itself, or the one that the other came with
 * @param classification as it was handed in
 */
@Schema(name = "HandIn")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandInView(
        UUID id,
        String kind,
        @Nullable UUID submission,
        @Nullable UUID statement,
        UUID handedInBy,
        UUID onBehalfOf,
        String classification,
        Instant receivedAt,
        Kept receipt) {

    /** @param document the receipt, in answer to an upload */
    public static HandInView of(HandIn from, Optional<Receipt> document) {
        return new HandInView(
                from.id(),
                from.kind().code(),
                from.submission(),
                from.statement(),
                from.handedInBy(),
                from.onBehalfOf(),
                from.classification().code(),
                from.receivedAt(),
                Kept.of(from, document));
    }

    /** Where one is had. */
    public static URI address(UUID id) {
        return URI.create("/api/v1/handed-in/" + id);
    }

    /**
     * Its receipt.
     *
     * @param event id of the event of receipt
     * @param entry the 32 bytes that the log holds for it, {@code sha-256:<hex>}
     * @param proof where the proof of its place in the log is had, once that is published
     * @param href where the receipt is had, as a document to keep or a page to print
     * @param length of the bytes; absent but for an item
     * @param digests of the bytes; absent but for an item
     * @param document the receipt itself, in answer to an upload
     * @param proves what that can show to others, and what not; absent but for an item
     */
    @Schema(name = "HandInReceipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            UUID event,
            String entry,
            String proof,
            String href,
            @Nullable Long length,
            @Nullable Map<String, String> digests,

            @Nullable @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
            Map<String, @Nullable Object> document,

            @Nullable String proves) {

        static Kept of(HandIn from, Optional<Receipt> document) {
            UUID event = from.receipt().event();
            boolean bytes = !from.digests().isEmpty();
            return new Kept(
                    event,
                    from.receipt().entry().toString(),
                    "/api/v1/events/" + event + "/proof",
                    "/api/v1/events/" + event + "/receipt",
                    from.length(),
                    bytes ? DigestsJson.of(from.digests()) : null,
                    document.map(Receipt::json).orElse(null),
                    bytes ? Receipt.PROVES : null);
        }
    }
}
