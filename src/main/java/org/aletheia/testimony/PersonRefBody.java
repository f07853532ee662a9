package org.aletheia.testimony;

import org.jspecify.annotations.Nullable;

/**
 * A {@link PersonRef} as callers write it.
 *
 * @param kind {@code victim} or {@code person}
 * @param id of a record under a pseudonym
 */
public record PersonRefBody(@Nullable String kind, @Nullable String id) {}
