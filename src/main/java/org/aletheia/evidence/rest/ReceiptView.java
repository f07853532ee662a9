package org.aletheia.evidence.rest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;

/**
 * What a sender gets for the bytes.
 *
 * @param digests of what was received
 * @param event id of the event of receipt
 * @param entry the 32 bytes that the log holds for it, {@code sha-256:<hex>}
 * @param proof where the proof of its place in the log is had, once that is published
 * @param proves what this can show to others, and what not
 */
record ReceiptView(
        UUID item,
        Instant receivedAt,
        long length,
        Map<String, String> digests,
        UUID event,
        String entry,
        String proof,
        String proves) {
    private static final String PROVES =
            "With its proof: that these bytes were held by this repository no later than the"
                    + " checkpoint of that proof and are unchanged since. Not: who made them, when, where, or that what they show"
                    + " is true.";

    static ReceiptView of(EvidenceItem item) {
        UUID event = item.receipt().event();
        return new ReceiptView(
                item.id(),
                item.receivedAt(),
                item.version().file().content().length(),
                DigestsJson.of(item.version().file().digests()),
                event,
                item.receipt().entry().toString(),
                "/api/v1/events/" + event + "/proof",
                PROVES);
    }
}
