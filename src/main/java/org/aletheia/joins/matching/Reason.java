package org.aletheia.joins.matching;

import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.kernel.Ids;
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
    /** {@code here} and {@code there} are ids of affiliations. */
    static final String AREA = "area-overlaps";

    static Reason of(String code) {
        return new Reason(code, null, null, null);
    }

    static Reason of(String code, String here, String there) {
        return new Reason(code, here, there, null);
    }

    static Reason ofAreas(UUID mine, UUID theirs) {
        return of(AREA, mine.toString(), theirs.toString());
    }

    /** The affiliations that it names. */
    Stream<UUID> affiliations() {
        return code.equals(AREA)
                ? Stream.concat(Stream.ofNullable(here), Stream.ofNullable(there))
                        .map(Ids::parse)
                : Stream.empty();
    }
}
