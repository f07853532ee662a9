package org.aletheia.evidence.anonymous;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** What became of what was handed in without an account. */
public enum AnonymousState {
    /** Nobody has decided yet. */
    WAITING,
    /** Files of it became items, and the rest went. */
    ACCEPTED,
    /** All of it went. */
    REFUSED,
    /** Whoever handed it in took it back, and what had not become an item went. */
    TAKEN_BACK,
    /** Nobody decided in time, and what had not become an item went. */
    EXPIRED;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code state-unknown} */
    public static AnonymousState parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("state-unknown", "not a state of a deposit"));
    }
}
