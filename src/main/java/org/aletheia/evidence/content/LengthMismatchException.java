package org.aletheia.evidence.content;

/** Fewer or more bytes came than were announced. Nothing of them is kept. */
public final class LengthMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    public LengthMismatchException(long expected, long actual) {
        super("announced " + expected + " bytes, received " + (actual > expected ? "more" : Long.toString(actual)));
        this.expected = expected;
        this.actual = actual;
    }

    /** Bytes announced. */
    public long expected() {
        return expected;
    }

    /** Bytes received; where that is more than announced, reading stopped there. */
    public long actual() {
        return actual;
    }
}
