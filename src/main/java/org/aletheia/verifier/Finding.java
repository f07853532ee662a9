package org.aletheia.verifier;

import java.util.Locale;
import java.util.Map;

/**
 * One line of the checklist.
 *
 * @param check what was looked at: a stable code such as {@code inclusion}
 * @param outcome how it came out
 * @param detail what was found, for people
 */
public record Finding(String check, Outcome outcome, String detail) {
    /** How a check came out. */
    public enum Outcome {
        /** Computed and right. */
        PASSED,
        /** Computed and wrong, or needed and absent. */
        FAILED,
        /** Worth knowing; decides nothing. */
        NOTE
    }

    static Finding passed(String check, String detail) {
        return new Finding(check, Outcome.PASSED, detail);
    }

    static Finding failed(String check, String detail) {
        return new Finding(check, Outcome.FAILED, detail);
    }

    static Finding failed(String check, RuntimeException cause) {
        return failed(check, String.valueOf(cause.getMessage()));
    }

    static Finding note(String check, String detail) {
        return new Finding(check, Outcome.NOTE, detail);
    }

    Map<String, Object> json() {
        return Map.of("check", check, "outcome", outcome.name().toLowerCase(Locale.ROOT), "detail", detail);
    }

    boolean isFailed() {
        return outcome == Outcome.FAILED;
    }

    @Override
    public String toString() {
        String mark =
                switch (outcome) {
                    case PASSED -> "[ok]  ";
                    case FAILED -> "[FAIL]";
                    case NOTE -> "[note]";
                };
        return mark + " " + check + ": " + detail;
    }
}
