package org.aletheia.evidence.fixity;

import java.util.Locale;

/** How a check ended, in the words of PREMIS 3 (list {@code eventOutcome}). */
public enum FixityOutcome {
    /** The bytes are those that were received. */
    SUCCESS,
    /** They are not, or cannot be had any more. */
    FAIL,
    /** The store answers, but not for this object: nothing is known of its bytes. */
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
