package org.aletheia.evidence.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A privilege that the sender claims.
 *
 * @param kind code of the list {@code privilege}; {@code none} where none is claimed
 */
public record Privilege(String kind, @Nullable String note) {
    /** No privilege is claimed. */
    public static final Privilege NONE = new Privilege("none", null);

    /** Whether one is claimed. */
    public boolean claimed() {
        return !kind.equals(NONE.kind);
    }
}
