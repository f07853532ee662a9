package org.aletheia.custody.log;

/** What is known of this server's journal beside what was published, signed and cosigned. */
public enum LogStanding {
    /** They were compared, and the journal extends all of it. */
    SOUND("sound"),
    /**
     * They could not be compared yet: at the start, or behind another database than before, while the log bucket is away or
     * the configuration does not fit. Events wait, and nothing is signed; nothing says that the log must be recovered.
     */
    UNKNOWN("unknown"),
    /** They contradict each other. Does not heal by itself: an operator has to look. */
    CONTRADICTING("contradicting");

    private final String code;

    LogStanding(String code) {
        this.code = code;
    }

    /** Stable code. */
    public String code() {
        return code;
    }
}
