package org.aletheia.platform.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Destroys again what was destroyed: a database that was restored from before a destruction has the key again, and the keys
 * bucket says that it must not. To be done at each start, before the server is ready; may be repeated.
 *
 * <p>A tombstone is sealed under the key-encryption key, so that who can merely write to the bucket has nothing destroyed.
 */
@ApplicationScoped
public class KeyTombstones {
    static final String PREFIX = "destroyed-keys/";

    private static final Logger LOG = Logger.getLogger(KeyTombstones.class);
    private static final byte[] CONTEXT = "aletheia/destroyed-key/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BATCH = 500;
    private static final int LIMIT = 1 << 12;

    private final KeyRegister register;
    private final KeyEncryptionKeys keks;
    private final ObjectStores stores;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private volatile boolean applied;

    public KeyTombstones(KeyRegister register, KeyEncryptionKeys keks, ObjectStores stores, Clock clock) {
        this.register = register;
        this.keks = keks;
        this.stores = stores;
        this.clock = clock;
    }

    /** What was done. @param unsealed tombstones of living keys that this repository has not sealed, and that were not applied */
    public record Applied(int destroyed, int unsealed) {}

    /** The object in the bucket. @param seal in base64 */
    record Tombstone(
            int format,
            String id,
            @Nullable String sealedBy,
            @Nullable String seal) {}

    /** Puts the tombstone of a destroyed key; returns the name of the key-encryption key that sealed it. */
    String put(UUID key) {
        RegisteredKey.Wrapping seal = keks.wrap(sealed(key), associated(key));
        Tombstone tombstone =
                new Tombstone(1, key.toString(), seal.by(), Base64.getEncoder().encodeToString(seal.bytes()));
        try {
            stores.of(Bucket.KEYS).put(PREFIX + key, json.writeValueAsBytes(tombstone), "application/json");
            return seal.by();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tombstone that cannot be written", e);
        }
    }

    /**
     * Applies all tombstones of the bucket to keys that live.
     *
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be read now
     */
    public Applied apply() {
        List<UUID> batch = new ArrayList<>(BATCH);
        int[] done = new int[2];
        stores.of(Bucket.KEYS).list(PREFIX, object -> {
            named(object.key()).ifPresentOrElse(batch::add, () -> done[1]++);
            if (batch.size() == BATCH) {
                apply(batch, done);
                batch.clear();
            }
        });
        apply(batch, done);
        if (done[0] > 0) {
            LOG.errorf("%d keys that were destroyed had come back, as from an older backup; destroyed again", done[0]);
        }
        if (done[1] > 0) {
            LOG.errorf(
                    "%d tombstones in the keys bucket were not sealed by this repository, and their keys were left as they"
                            + " are: somebody else writes to that bucket",
                    done[1]);
        }
        applied = true;
        return new Applied(done[0], done[1]);
    }

    private static Optional<UUID> named(String object) {
        try {
            return Optional.of(Ids.parse(object.substring(PREFIX.length())));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    private void apply(List<UUID> named, int[] done) {
        List<UUID> living = register.living(named);
        List<UUID> meant = living.stream().filter(this::genuine).toList();
        done[0] += register.destroyAll(meant, clock.instant());
        done[1] += living.size() - meant.size();
    }

    private boolean genuine(UUID key) {
        try {
            Tombstone found = json.readValue(stores.of(Bucket.KEYS).readAll(PREFIX + key, LIMIT), Tombstone.class);
            if (found == null || found.sealedBy() == null || found.seal() == null) {
                return false;
            }
            byte[] seal = Base64.getDecoder().decode(found.seal());
            return Arrays.equals(keks.unwrap(found.sealedBy(), seal, associated(key)), sealed(key));
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | BrokenSealException
                | KeyMissingException e) {
            return false; // whatever it is, nobody who holds the key-encryption key has written it
        }
    }

    private static byte[] sealed(UUID key) {
        return Digest.sha256(CONTEXT, key.toString().getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    private static byte[] associated(UUID key) {
        return (new String(CONTEXT, StandardCharsets.US_ASCII) + key).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this server has applied them since its start. */
    boolean applied() {
        return applied;
    }
}
