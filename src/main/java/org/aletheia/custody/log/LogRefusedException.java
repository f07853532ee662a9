package org.aletheia.custody.log;

/** The journal's tree must not be signed. Does not heal by itself: an operator has to look. */
public final class LogRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    LogRefusedException(Reason reason, String detail) {
        super(reason.code() + ": " + reason.remedy() + " (" + detail + ")");
        this.reason = reason;
    }

    /** Why. */
    public enum Reason {
        /** Checkpoints were signed under another name. */
        ORIGIN_CHANGED(
                "log-origin-changed",
                "set aletheia.log.origin to the name that the log was opened with; only log recover --new-origin begins"
                        + " another one"),
        /** Checkpoints were signed with other keys. */
        KEYS_CHANGED("log-keys-changed", "restore the key files in aletheia.keys.directory"),
        /** The bucket holds a checkpoint of another log. */
        FOREIGN_CHECKPOINT("log-checkpoint-foreign", "the log bucket belongs to another log or was written by others"),
        /** A tree of this log that was published, or that a cosigner has seen, is larger than the journal's. */
        EVENTS_MISSING(
                "log-events-missing",
                "the database is older than the published log: restore the newer database, or where there is none: log"
                        + " recover",
                true),
        /** The journal's tree does not extend a tree that was signed, published or cosigned. */
        FORK("log-fork", "the journal is not the one that was published: restore the database that was", true),
        /** The rows of the journal do not give the tree that was recorded with them. */
        ROWS_ALTERED("log-rows-altered", "rows of the journal were changed: restore the database", true);

        private final String code;
        private final String remedy;
        private final boolean intake;

        Reason(String code, String remedy) {
            this(code, remedy, false);
        }

        Reason(String code, String remedy, boolean intake) {
            this.code = code;
            this.remedy = remedy;
            this.intake = intake;
        }

        /**
         * Whether intake goes on into the quarantine: the database is the fault, and people keep handing in. Where
         * configuration is the fault, another replica may be right, so this one is to get no requests.
         */
        boolean intake() {
            return intake;
        }

        /** Stable code. */
        public String code() {
            return code;
        }

        /** What to do, for the operator. */
        public String remedy() {
            return remedy;
        }
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
