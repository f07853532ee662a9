package org.aletheia.testimony.vault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether another has looked at a reveal by one alone. */
public enum UrgentRevealState {
    UNREVIEWED,
    UNREVIEWED_OVERDUE,
    REVIEWED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
