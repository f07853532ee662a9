package org.aletheia.verifier;

import java.util.Locale;
import java.util.Map;

/**
 * One line of the checklist.
 *
 * @param looked what was looked at
 * @param outcome how it came out
 * @param detail what was found, for people
 */
public record Finding(Check looked, Outcome outcome, String detail) {
    /** How a check came out. */
    public enum Outcome {
        /** Computed and right. */
        PASSED,
        /** Computed and wrong, or needed and absent. */
        FAILED,
        /** Worth knowing; decides nothing. */
        NOTE
    }

    /** @throws IllegalArgumentException a check that cannot fail has failed */
    public Finding {
        if (outcome == Outcome.FAILED && !looked.canFail()) {
            throw new IllegalArgumentException(looked + " only tells");
        }
    }

    static Finding passed(Check check, String detail) {
        return new Finding(check, Outcome.PASSED, detail);
    }

    static Finding failed(Check check, String detail) {
        return new Finding(check, Outcome.FAILED, detail);
    }

    static Finding failed(Check check, RuntimeException cause) {
        return failed(check, String.valueOf(cause.getMessage()));
    }

    static Finding note(Check check, String detail) {
        return new Finding(check, Outcome.NOTE, detail);
    }

    /** That something was not looked at, and why not. */
    static Finding notChecked(String what, String why) {
        return note(Check.NOT_CHECKED, what + ": " + why);
    }

    /** The stable code of what was looked at, such as {@code inclusion}. */
    public String check() {
        return looked.code();
    }

    Map<String, Object> json() {
        return Map.of("check", check(), "outcome", outcome.name().toLowerCase(Locale.ROOT), "detail", detail);
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
        return mark + " " + check() + ": " + detail;
    }
}
