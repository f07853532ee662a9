package org.aletheia.kernel;

/**
 * A text or byte value from outside does not have the form that its type requires.
 *
 * <p>{@link #reason()} is a stable lower-case code ({@code digest-length}) that callers may map to a problem and tests
 * may assert; the message adds what was found and is meant for people.
 */
public final class MalformedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason stable code, lower case with hyphens
     * @param detail what was expected or found, never a secret
     */
    public MalformedValueException(String reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    /** The stable code of the broken rule. */
    public String reason() {
        return reason;
    }
}
