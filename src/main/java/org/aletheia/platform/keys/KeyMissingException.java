package org.aletheia.platform.keys;

/** A key that should exist is not there: a register restored too old, or a key-encryption key not given to this server. */
public final class KeyMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyMissingException(String message) {
        super(message);
    }
}
