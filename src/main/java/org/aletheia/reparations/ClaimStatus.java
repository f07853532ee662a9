package org.aletheia.reparations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a claim stands. */
public enum ClaimStatus {
    /** Received; nobody has looked at it yet. */
    FILED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
