package org.aletheia.platform.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the key register.
 *
 * @param revision 1 at first, one more with each re-wrap and with destruction
 * @param wrapping null once destroyed
 * @param destroyedAt null while it lives
 */
public record RegisteredKey(
        UUID id,
        KeyPurpose purpose,
        UUID subject,
        int revision,
        @Nullable Wrapping wrapping,
        Instant createdAt,
        @Nullable Instant destroyedAt) {

    /**
     * The unit key under a key-encryption key.
     *
     * @param by name of the key-encryption key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Wrapping(String by, byte[] bytes) {}

    /**
     * The wrapped key.
     *
     * @throws KeyDestroyedException where it is destroyed
     */
    public Wrapping required() {
        if (wrapping == null) {
            throw new KeyDestroyedException(destroyedAt == null ? createdAt : destroyedAt);
        }
        return wrapping;
    }
}
