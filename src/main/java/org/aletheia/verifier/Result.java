package org.aletheia.verifier;

import java.util.Map;
import java.util.Optional;
import org.aletheia.custody.format.CanonicalJson;

/**
 * What came out for one thing.
 *
 * @param about the file that was checked
 * @param verdict empty where it could not be checked
 * @param reason why it could not be checked, for people; empty where it was
 */
record Result(String about, Optional<Verdict> verdict, String reason) {
    static final int VERIFIED = 0;
    static final int FAILED = 1;
    static final int UNCHECKED = 2;

    static Result of(String about, Verdict verdict) {
        return new Result(about, Optional.of(verdict), "");
    }

    static Result unchecked(String about, String reason) {
        return new Result(about, Optional.empty(), reason);
    }

    /** With one finding more, before all others. */
    Result with(Finding first) {
        return new Result(about, verdict.map(found -> found.with(first)), reason);
    }

    int code() {
        return verdict.map(found -> found.passed() ? VERIFIED : FAILED).orElse(UNCHECKED);
    }

    /** One line: as {@link Verdict#json}, or {@code {"about","reason","verified":false}}. */
    String json() {
        return verdict.map(found -> found.json(about))
                .orElseGet(() -> CanonicalJson.text(Map.of("about", about, "reason", reason, "verified", false)));
    }
}
