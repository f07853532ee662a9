package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.Receipt;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.jspecify.annotations.Nullable;

/**
 * What a sender gets for the bytes.
 *
 * @param digests of what was received
 * @param event id of the event of receipt
 * @param entry the 32 bytes that the log holds for it, {@code sha-256:<hex>}
 * @param proof where the proof of its place in the log is had, once that is published
 * @param href where the receipt is had, as a document to keep or a page to print
 * @param document the receipt itself, in answer to an upload: to be kept, for it convinces others without this server
 * @param proves what this can show to others, and what not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        UUID item,
        Instant receivedAt,
        long length,
        Map<String, String> digests,
        UUID event,
        String entry,
        String proof,
        String href,

        @Nullable @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
        Map<String, @Nullable Object> document,

        String proves) {

    static ReceiptView of(EvidenceItem item, Optional<Receipt> document) {
        UUID event = item.receipt().event();
        return new ReceiptView(
                item.id(),
                item.receivedAt(),
                item.version().file().content().length(),
                DigestsJson.of(item.version().file().digests()),
                event,
                item.receipt().entry().toString(),
                "/api/v1/events/" + event + "/proof",
                "/api/v1/events/" + event + "/receipt",
                document.map(Receipt::json).orElse(null),
                Receipt.PROVES);
    }
}
