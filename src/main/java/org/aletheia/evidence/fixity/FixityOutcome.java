package org.aletheia.evidence.fixity;

import java.util.Locale;

/** How a check ended, in the words of PREMIS 3 (list {@code eventOutcome}). */
public enum FixityOutcome {
    /** The bytes are those that were received. */
    SUCCESS,
    /** They are not, or cannot be had any more. */
    FAIL,
    /** Nothing is known of its bytes: the store answers, but not for this object, or the key is not at hand. */
    WARNING;

    /** As it stands in events and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that code. */
    public static FixityOutcome ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
