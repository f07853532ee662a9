package org.aletheia.platform.keys;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.SecureBytes;

/** Unit keys without a register, for tests of what they wrap. */
public final class TestKeys {
    private TestKeys() {}

    /** A random key. */
    public static UnitKey random() {
        return of(UUID.randomUUID(), SecureBytes.random(AesGcm.KEY_LENGTH));
    }

    /** A key with these bytes. */
    public static UnitKey of(UUID id, byte[] material) {
        RegisteredKey.Wrapping wrapping = new RegisteredKey.Wrapping("none", new byte[0]);
        return new UnitKey(
                new RegisteredKey(id, KeyPurpose.ITEM, UUID.randomUUID(), 1, wrapping, Instant.EPOCH, null), material);
    }
}
