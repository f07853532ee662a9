package org.aletheia.search.rest;

import java.time.Instant;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** The ends of a span of time, as EDTF dates: 2014 as from is its first instant, as to its last. */
final class SearchDates {
    private SearchDates() {}

    static @Nullable Instant from(Findings findings, @Nullable String edtf) {
        UncertainDate date = date(findings, "?from", edtf);
        return date == null ? null : date.earliest().orElse(null);
    }

    static @Nullable Instant to(Findings findings, @Nullable String edtf) {
        UncertainDate date = date(findings, "?to", edtf);
        return date == null ? null : date.latest().orElse(null);
    }

    private static @Nullable UncertainDate date(Findings findings, String pointer, @Nullable String edtf) {
        return edtf == null ? null : findings.parse(pointer, () -> UncertainDate.parse(edtf));
    }
}
