package org.aletheia.parties.rest;

import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Ids in query strings. */
final class QueryIds {
    private QueryIds() {}

    /**
     * The id in canonical case, or null where none is given.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request}
     */
    static @Nullable String optional(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Findings findings = new Findings();
        String id = findings.parse("?" + name, () -> Ids.parse(value).toString());
        findings.throwIfAny();
        return id;
    }
}
