package org.aletheia.testimony.door.anonymous;

import java.time.Instant;
import java.util.UUID;

/**
 * What the vault keeps of a code, beside the hashes by which it is found and proven.
 *
 * @param deposit that it opens
 * @param mailKey under which the messages with it are sealed
 * @param validUntil until when
 */
public record AnonymousCode(UUID deposit, UUID mailKey, Instant validUntil) {}
