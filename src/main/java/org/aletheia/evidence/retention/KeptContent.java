package org.aletheia.evidence.retention;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.ItemState;

/**
 * What decides the lock of an item's bytes.
 *
 * @param objectKey in the evidence bucket
 * @param rule code of the list {@code retention-rule}, from the submission
 */
public record KeptContent(UUID item, String objectKey, ItemState state, Instant receivedAt, String rule) {}
