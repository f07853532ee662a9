package org.aletheia.evidence.handling;

import org.jspecify.annotations.Nullable;

/**
 * The placing or lifting of a legal hold as somebody states it.
 *
 * @param reason code of the list {@code hold-reason} or {@code hold-release-reason}
 * @param authority code of the list {@code hold-authority}: on whose word
 * @param reference the number of their order or request
 */
public record HoldDraft(
        String reason, String authority, @Nullable String reference) {}
