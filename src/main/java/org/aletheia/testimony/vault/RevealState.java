package org.aletheia.testimony.vault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a request to see an identity stands. */
public enum RevealState {
    REQUESTED,
    APPROVED,
    EXPIRED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
