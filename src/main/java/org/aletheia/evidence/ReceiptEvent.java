package org.aletheia.evidence;

import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * The event of receipt, as the sender is told of it.
 *
 * @param event its id; the proof of its place in the log is had under that id once it is published
 * @param entry the 32 bytes that the log holds for it
 */
public record ReceiptEvent(UUID event, Digest entry) {}
