package org.aletheia.platform.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key-encryption key as the database knows it: by its name, never its bytes.
 *
 * @param number 1 for the first one; the highest wraps now, those below it open
 * @param since when it began to wrap
 * @param completeAt when every unit key was wrapped under it; null while older keys still wrap some
 * @param retiredAt from when on nothing may be wrapped under it; null before
 */
public record WrappingKey(
        int number,
        String name,
        Instant since,
        @Nullable Instant completeAt,
        @Nullable Instant retiredAt) {

    /** Whether what it wraps opens. */
    public boolean opens() {
        return retiredAt == null;
    }
}
