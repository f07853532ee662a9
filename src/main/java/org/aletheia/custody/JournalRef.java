package org.aletheia.custody;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * What is known of an event when it is appended: everything but its place in the log.
 *
 * @param eventId names the event for ever
 * @param time that stands in it
 * @param entry the 32 bytes that the log will hold; the log proves them once the event is integrated
 */
public record JournalRef(UUID eventId, Instant time, Digest entry) {}
