package org.aletheia.evidence.metadata;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * How the digital material came to be a file that can be handed in.
 *
 * @param method code of the list {@code acquisition-method}
 * @param tool what it was done with
 * @param operator role code or pseudonym of who did it, never a name
 * @param authority on what authority: consent, warrant, public access …
 * @param at when
 */
public record Acquisition(
        String method,
        @Nullable Tool tool,
        @Nullable String operator,
        @Nullable String authority,
        @Nullable UncertainDate at) {

    /** A device or program with its version. */
    public record Tool(String name, @Nullable String version) {}
}
