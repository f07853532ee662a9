package org.aletheia.joins.matching;

import org.jspecify.annotations.Nullable;

/**
 * Why two records may speak of one and the same: what was found, without a figure for how likely that makes it.
 *
 * @param code of the list {@code join-suggestion}
 * @param here what this record has; null where the code says all
 * @param there what the other has
 * @param metres between places
 */
public record Reason(
        String code,
        @Nullable String here,
        @Nullable String there,
        @Nullable Integer metres) {
    static Reason of(String code) {
        return new Reason(code, null, null, null);
    }

    static Reason of(String code, String here, String there) {
        return new Reason(code, here, there, null);
    }
}
