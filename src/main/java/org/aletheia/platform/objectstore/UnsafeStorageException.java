package org.aletheia.platform.objectstore;

import org.jspecify.annotations.Nullable;

/** The server must not start on this object store; the message names the property and the remedy. */
public final class UnsafeStorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeStorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
