package org.aletheia.evidence.content;

import org.aletheia.kernel.Digest;

/** The bytes received are not those that the sender digested. Nothing of them is kept. */
public final class DigestMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Digest expected;
    private final transient Digest actual;

    public DigestMismatchException(Digest expected, Digest actual) {
        super("the content's " + actual.algorithm().label() + " is not the one stated");
        this.expected = expected;
        this.actual = actual;
    }

    /** What the sender stated. */
    public Digest expected() {
        return expected;
    }

    /** What was received, same algorithm. */
    public Digest actual() {
        return actual;
    }
}
