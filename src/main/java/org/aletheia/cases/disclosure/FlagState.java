package org.aletheia.cases.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the disclosure officer still has to look at a flag. */
public enum FlagState {
    OPEN,
    CLOSED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
