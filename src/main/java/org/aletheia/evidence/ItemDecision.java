package org.aletheia.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an item came into its present state.
 *
 * @param reason code of the list {@link ItemState#reasons()}
 * @param note in words, in the record only: the journal holds the code
 * @param member who decided
 */
public record ItemDecision(
        ItemState state, String reason, @Nullable String note, Instant at, UUID member) {}
