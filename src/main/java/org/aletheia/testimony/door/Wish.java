package org.aletheia.testimony.door;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person can wish at their door. */
public enum Wish {
    /** That every use stops for now. */
    PAUSE,
    /** To take back what they had agreed to; every use stops until that is settled, and for good once it is confirmed. */
    WITHDRAWAL;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
