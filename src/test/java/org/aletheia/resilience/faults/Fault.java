package org.aletheia.resilience.faults;

/**
 * One fault: the first request of a kind on a line is cut.
 *
 * @param line name of the line
 * @param kind of the request
 * @param moment when the connection ends
 */
public record Fault(String line, String kind, Moment moment) {
    /** When the connection ends. */
    public enum Moment {
        /** The server never hears of the request. */
        BEFORE_IT_WAS_FORWARDED,
        /** The server has answered, and nobody hears the answer. */
        BEFORE_ITS_ANSWER
    }

    @Override
    public String toString() {
        String shortened =
                kind.length() <= 160 ? kind : kind.substring(0, 120) + " … " + kind.substring(kind.length() - 40);
        return line + ", " + moment + ": " + shortened;
    }
}
