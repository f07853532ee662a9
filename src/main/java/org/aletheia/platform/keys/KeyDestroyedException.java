package org.aletheia.platform.keys;

import java.time.Instant;

/** The unit key was destroyed on purpose: what it protected can never be read again. */
public final class KeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant destroyedAt;

    public KeyDestroyedException(Instant destroyedAt) {
        super("the unit key was destroyed at " + destroyedAt);
        this.destroyedAt = destroyedAt;
    }

    public Instant destroyedAt() {
        return destroyedAt;
    }
}
