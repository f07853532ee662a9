package org.aletheia.evidence.handling;

import java.util.Locale;

/** Whether an object is where its chain says. */
public enum Standing {
    /** With its custodian. */
    PRESENT,
    /** Nobody knows where. */
    LOST,
    /** With a custodian who cannot be reached. */
    UNREACHABLE,
    /** Used up in testing. */
    CONSUMED,
    /** It perished. */
    DESTROYED,
    /** With its owner, family or sender again. */
    RETURNED,
    /** Part of another item now. */
    JOINED;

    /** The lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is expected to come back, or to be found. */
    boolean missing() {
        return this == LOST || this == UNREACHABLE;
    }

    /** Whether custody here is over. */
    boolean over() {
        return this != PRESENT && !missing();
    }
}
