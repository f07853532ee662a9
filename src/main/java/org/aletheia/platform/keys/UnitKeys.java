package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final int BATCH = 200;

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
     * As {@link #destroy}, of every key of what it protects.
     *
     * @return how many were destroyed by this
     */
    public int destroyAll(UUID subject) {
        return register.destroyAll(subject, clock.instant());
    }

    /**
     * The key as it is to be persisted: wrapped under the key-encryption key that wraps now, where that changed since it was
     * made, as during a long upload. May take network time: to be called just before the transaction.
     */
    public UnitKey current(UnitKey key) {
        RegisteredKey row = key.registered();
        return row.required().by().equals(keks.current()) ? key : key.wrappedAnew(this::wrap);
    }

    /**
     * Wraps every key that one of these older key-encryption keys wraps anew under the one that wraps now, each in a
     * transaction of its own. Objects are not touched. A key that changes meanwhile or does not open is left as it is; one more
     * call takes what was left, so it may be repeated after a crash or beside another replica.
     */
    public Rewrapped rewrap(Collection<String> older) {
        int done = 0;
        List<UUID> broken = new ArrayList<>();
        for (String name : older) {
            List<RegisteredKey> rows = register.wrappedBy(name, new UUID(0, 0), BATCH);
            while (!rows.isEmpty()) {
                for (RegisteredKey row : rows) {
                    if (rewrap(row)) {
                        done++;
                    } else if (broken.size() < BATCH) {
                        broken.add(row.id());
                    }
                }
                rows = register.wrappedBy(name, rows.getLast().id(), BATCH);
            }
        }
        return new Rewrapped(done, broken);
    }

    /** Has the tombstones of destroyed keys sealed anew, under the key that wraps now. */
    public void sealTombstonesAnew() {
        register.copyDestroyedAgain(clock.instant());
    }

    /**
     * What a re-wrap did.
     *
     * @param broken keys that do not open under the key that wraps them, the first of them; they need an operator and a backup
     */
    public record Rewrapped(int done, List<UUID> broken) {}

    private boolean rewrap(RegisteredKey row) {
        RegisteredKey.Wrapping old = row.required();
        try {
            byte[] material = keks.unwrap(old.by(), old.bytes(), associated(row.id()));
            register.rewrap(row.id(), row.revision(), wrap(row.id(), material), clock.instant());
            return true;
        } catch (BrokenSealException | KeyMissingException e) {
            return false;
        }
    }

    private RegisteredKey.Wrapping wrap(UUID id, byte[] material) {
        return keks.wrap(material, associated(id));
    }

    /** Binds the wrapped bytes to their row and format: moved to another row they do not open. */
    static byte[] associated(UUID id) {
        return ByteBuffer.allocate(CONTEXT.length + 2 * Long.BYTES)
                .put(CONTEXT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
