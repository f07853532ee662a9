package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.custody.Receipts;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Receipt;

/** Receipts for whoever handed something in, and for whoever may see an event. */
@ApplicationScoped
public class ItemReceipts {
    private final Receipts receipts;
    private final Events events;

    ItemReceipts(Receipts receipts, Events events) {
        this.receipts = receipts;
        this.events = events;
    }

    /**
     * The receipt of an upload.
     *
     * @param wait how long the caller would wait for its proof
     * @return empty where the bytes had come before, which has its receipt already
     */
    public Optional<Receipt> of(Received received, Duration wait) {
        return received.receipt()
                .map(event -> wait.isZero()
                        ? receipts.promised(event, received.receivedAt())
                        : receipts.of(received.event(), event, received.receivedAt(), wait));
    }

    /**
     * The receipt of an event that the caller may see.
     *
     * @param wait how long the caller would wait for its proof
     * @param withheld fields that whoever it is handed on to shall not see; with the time goes the promise, which tells it
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public Receipt of(UUID event, Duration wait, Set<EventField> withheld) {
        FoundEvent found = events.get(event);
        Receipt receipt = receipts.of(
                event, found.event().withhold(withheld), found.entry().event().time(), wait);
        return withheld.contains(EventField.TIME) ? receipt.withoutPromise() : receipt;
    }
}
