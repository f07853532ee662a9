package org.aletheia.transparency;

/** A note cannot be trusted: no key that we know has signed it, or one that we know has signed something else. */
public final class NoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String key;

    NoteException(Reason reason, String key) {
        super(reason.code() + ": " + key);
        this.reason = reason;
        this.key = key;
    }

    /** The rule that is broken. */
    public enum Reason {
        /** A signature of a known key does not verify; the whole note is refused. */
        BAD_SIGNATURE("note-bad-signature"),
        /** No signature is of a known key. */
        NO_KNOWN_KEY("note-no-known-key");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /** The broken rule. */
    public Reason reason() {
        return reason;
    }

    /** The key's name, or what was looked for. */
    public String key() {
        return key;
    }
}
