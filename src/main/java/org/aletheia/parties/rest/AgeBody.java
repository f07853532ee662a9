package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Map;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Age;
import org.jspecify.annotations.Nullable;

/**
 * An age as callers write it.
 *
 * @param least full years
 * @param most full years; the same where absent
 * @param on EDTF
 */
record AgeBody(
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable String on) {
    private static final Map<String, Object> RANGE = Map.of("min", 0, "max", Age.OLDEST);

    @Nullable
    Age check(Checks checks) {
        Integer from = checks.required("/age/least", least);
        Integer to = most == null ? from : most;
        UncertainDate when = checks.date("/age/on", checks.required("/age/on", on));
        boolean fits = from == null || checks.findings().require(within(from), "/age/least", "out-of-range", RANGE);
        boolean reaches = to == null || checks.findings().require(within(to), "/age/most", "out-of-range", RANGE);
        boolean ordered = from == null || to == null || checks.findings().require(from <= to, "/age/most", "reversed");
        return from != null && when != null && fits && reaches && ordered ? new Age(from, sure(to), when) : null;
    }

    private static boolean within(int years) {
        return years >= 0 && years <= Age.OLDEST;
    }
}
