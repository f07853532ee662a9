package org.aletheia.testimony;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Agent} as callers write it; at least one of the two.
 *
 * @param person a record under a pseudonym
 * @param reference a pseudonym of the form {@code V-7K3M9-QXD2F} or {@code I-12}
 */
public record AgentBody(
        @Nullable PersonRefBody person, @Nullable String reference) {}
