package org.aletheia.evidence.privilege;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** What counsel says of the privilege of a submission. */
public enum Ruling {
    /** It is privileged, although whoever handed it in claimed nothing. */
    ASSERTED,
    /** It is privileged, as was claimed. */
    UPHELD,
    /** It is privileged, and whoever may do so gave that up. */
    WAIVED,
    /** It is not. */
    NOT_PRIVILEGED;

    /** Whether the items are for counsel's eyes after it. */
    public boolean closes() {
        return this == ASSERTED || this == UPHELD;
    }

    /** Whether it can be said of what is closed so far, or of what is open. */
    public boolean follows(boolean closed) {
        return (this == ASSERTED) != closed;
    }

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code ruling-unknown} */
    public static Ruling parse(String code) {
        return Arrays.stream(values())
                .filter(ruling -> ruling.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("ruling-unknown", "not a ruling"));
    }
}
