package org.aletheia.platform.keys;

/** A wrapped key was altered, belongs to something else, or was wrapped by another key. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenSealException() {
        super("a wrapped key does not open under the key that it names");
    }
}
