package org.aletheia.codelists;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a row of a list can be relied on. */
public enum CodeStatus {
    /** Checked against its source. */
    CURRENT,
    /** Usable, but code or label still await a check against the source. */
    PROVISIONAL,
    /** Kept for old records; refused in new ones. */
    RETIRED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
