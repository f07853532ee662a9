package org.aletheia.platform.keys;

import org.jspecify.annotations.Nullable;

/** The server must not start with these keys; the message names the property and the remedy. */
public final class UnsafeKeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeKeysException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
