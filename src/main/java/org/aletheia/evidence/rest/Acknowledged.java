package org.aletheia.evidence.rest;

import java.util.EnumSet;
import java.util.Set;
import org.aletheia.evidence.Exposure;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** What a caller says that they know of the bytes that they ask for: codes with commas between them. */
final class Acknowledged {
    private Acknowledged() {}

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} for a code that is none */
    static Set<Exposure> read(@Nullable String codes) {
        Set<Exposure> read = EnumSet.noneOf(Exposure.class);
        Findings findings = new Findings();
        for (String code : codes == null ? new String[0] : codes.split(",", -1)) {
            Exposure exposure = findings.parse("?acknowledge", () -> Exposure.parse(code.strip()));
            if (exposure != null) {
                read.add(exposure);
            }
        }
        findings.throwIfAny();
        return read;
    }
}
