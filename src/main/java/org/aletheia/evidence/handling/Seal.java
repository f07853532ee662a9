package org.aletheia.evidence.handling;

import java.util.Map;

/**
 * A seal as somebody found it.
 *
 * @param number printed on it, in the form of {@link ReferenceNumber}
 * @param condition code of the list {@code seal-condition}
 */
public record Seal(String number, String condition) {
    private static final String INTACT = "intact";

    /** Whether it holds. */
    public boolean intact() {
        return condition.equals(INTACT);
    }

    /** As it stands in events. */
    public Map<String, Object> json() {
        return Map.of("number", number, "condition", condition);
    }
}
