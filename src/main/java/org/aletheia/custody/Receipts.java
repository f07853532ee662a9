package org.aletheia.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.Receipt;

/**
 * Makes receipts. While the journal is not known to be the one that was published ({@link
 * org.aletheia.custody.log.LogRunner#standing()}) nothing is promised; where it contradicts that, receipts of events that wait
 * say that the log must be recovered. Decides nothing about access: the caller says what of the event its holder may see.
 */
public interface Receipts {
    /**
     * The receipt of an event that was appended just now: with its promise, as {@link #of} gives it, and without looking for a
     * proof.
     */
    Receipt promised(DisclosedEvent event, Instant time);

    /**
     * The receipt of an event: with the signed promise, the same one whenever it is asked for, unless it cannot be signed
     * now; and with the proof, where one can be had in time: once a timestamped checkpoint covers the event, against that one
     * and with its timestamps. To be called without a transaction.
     *
     * @param event open as far as its holder may see it
     * @param time that stands in it
     * @param wait how long to wait for the proof; the server waits no longer than its own limit
     */
    Receipt of(UUID eventId, DisclosedEvent event, Instant time, Duration wait);
}
