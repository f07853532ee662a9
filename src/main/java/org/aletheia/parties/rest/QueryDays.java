package org.aletheia.parties.rest;

import java.util.Objects;
import org.aletheia.parties.Day;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Days in query strings. */
final class QueryDays {
    private QueryDays() {}

    /** The day as given, or null where none is. */
    static @Nullable String optional(String name, @Nullable String value) {
        return value == null ? null : required(name, value).date();
    }

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} */
    static Day required(String name, @Nullable String value) {
        Findings findings = new Findings();
        findings.require(value != null, "?" + name, "required");
        Day day = value == null ? null : findings.parse("?" + name, () -> new Day(value));
        findings.throwIfAny();
        return Objects.requireNonNull(day);
    }
}
