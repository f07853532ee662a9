package org.aletheia.platform.objectstore;

import org.jspecify.annotations.Nullable;

/**
 * The object store did not do what was asked: unreachable, too slow, failing, or refusing our credentials. Worth
 * repeating later.
 */
public final class StorageUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What may have happened in the store all the same. */
    public enum Effect {
        /** Nothing: the request never reached the store, or the store answered that it failed. */
        NONE,
        /** Not known: the answer was lost. Everything that follows must be right in both cases. */
        UNKNOWN
    }

    private final Effect effect;

    /** @param operation which call failed, a name from the S3 API; never a key */
    public StorageUnavailableException(String operation, Effect effect, @Nullable Throwable cause) {
        super("object store: " + operation + " failed, effect " + effect, cause);
        this.effect = effect;
    }

    /** What may have happened in the store. */
    public Effect effect() {
        return effect;
    }
}
