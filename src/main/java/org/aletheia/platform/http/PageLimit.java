package org.aletheia.platform.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many items of a list a caller gets at once. */
public final class PageLimit {
    /** Without a wish. */
    public static final int DEFAULT = 50;

    /** At most. */
    public static final int MAX = 200;

    private PageLimit() {}

    /** @throws ProblemException {@code invalid-request} outside 1 … {@link #MAX} */
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MAX) {
            Finding finding = new Finding("?limit", "out-of-range", Map.of("min", 1, "max", MAX));
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
        }
        return limit;
    }
}
