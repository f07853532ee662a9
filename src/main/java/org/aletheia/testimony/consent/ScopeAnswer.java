package org.aletheia.testimony.consent;

import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What the person answered for one scope.
 *
 * @param scope code of {@code consent-scope}
 * @param country of a transfer to a certain country
 * @param answer code of {@code consent-answer}
 * @param date when they said so
 */
public record ScopeAnswer(String scope, @Nullable CountryCode country, String answer, UncertainDate date) {
    /** Codes of {@code consent-answer}. */
    public static final String YES = "yes";

    public static final String NO = "no";
    public static final String ASK_AGAIN = "ask-again";

    /** What was answered for. */
    public ScopeName name() {
        return new ScopeName(scope, country);
    }

    boolean allows() {
        return answer.equals(YES);
    }

    /** How firm the answer is: what is less is wider. */
    int firmness() {
        return switch (answer) {
            case YES -> 0;
            case ASK_AGAIN -> 1;
            default -> 2;
        };
    }

    /** The same, taken back. */
    ScopeAnswer refused(UncertainDate on) {
        return new ScopeAnswer(scope, country, NO, on);
    }
}
