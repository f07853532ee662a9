package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.store.KeyRegister;

/**
 * Unit keys: one for each item, person or event batch, so that each can be destroyed alone. The register (a table, with a
 * copy in the keys bucket) holds them wrapped by a key-encryption key.
 */
@ApplicationScoped
public class UnitKeys {
    private static final byte[] CONTEXT = "aletheia/unit-key/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final KeyRegister register;
    private final KeyEncryptionKeys keks;
    private final Clock clock;

    public UnitKeys(KeyRegister register, KeyEncryptionKeys keks, Clock clock) {
        this.register = register;
        this.keks = keks;
        this.clock = clock;
    }

    /**
     * A new key, in memory only. What it protects may be stored already; unless {@link #persist} commits, nobody can ever
     * read that. May take network time: not for use inside a transaction.
     */
    public UnitKey create(KeyPurpose purpose, UUID subject) {
        UUID id = Ids.random();
        byte[] material = SecureBytes.random(AesGcm.KEY_LENGTH);
        RegisteredKey row = new RegisteredKey(id, purpose, subject, 1, wrap(id, material), clock.instant(), null);
        return new UnitKey(row, material);
    }

    /** Writes a new key's row; joins the caller's transaction, which must be open. */
    public void persist(UnitKey key) {
        register.insert(key.registered());
    }

    /**
     * The key for use. Reads in a short transaction of its own, then unwraps: not for use inside a transaction.
     *
     * @throws KeyDestroyedException where it was destroyed
     * @throws KeyMissingException where the register or the provider does not have what is needed
     * @throws BrokenSealException where the register was altered
     */
    public UnitKey open(UUID id) {
        RegisteredKey row = register.find(id)
                .orElseThrow(() -> new KeyMissingException("the key register does not have this unit key"));
        RegisteredKey.Wrapping wrapping = row.required();
        return new UnitKey(row, keks.unwrap(wrapping.by(), wrapping.bytes(), associated(id)));
    }

    /**
     * Erases the wrapped bytes and leaves a tombstone; joins the caller's transaction. From its commit no server can open
     * the key; the copy in the keys bucket follows. Nothing happens where it is destroyed already.
     */
    public void destroy(UUID id) {
        register.destroy(id, clock.instant());
    }

    /**
     * Wraps up to {@code limit} keys that another key-encryption key wraps anew under the current one, each in a
     * transaction of its own; a key that changed meanwhile is left for the next call. Objects are not touched.
     *
     * @return how many there were to do; 0 means that all are wrapped by the current one
     */
    public int rewrap(int limit) {
        List<RegisteredKey> rows = register.notWrappedBy(keks.current(), limit);
        for (RegisteredKey row : rows) {
            RegisteredKey.Wrapping old = row.required();
            byte[] material = keks.unwrap(old.by(), old.bytes(), associated(row.id()));
            register.rewrap(row.id(), row.revision(), wrap(row.id(), material), clock.instant());
        }
        return rows.size();
    }

    private RegisteredKey.Wrapping wrap(UUID id, byte[] material) {
        return new RegisteredKey.Wrapping(keks.current(), keks.wrap(material, associated(id)));
    }

    /** Binds the wrapped bytes to their row and format: moved to another row they do not open. */
    private static byte[] associated(UUID id) {
        return ByteBuffer.allocate(CONTEXT.length + 2 * Long.BYTES)
                .put(CONTEXT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
