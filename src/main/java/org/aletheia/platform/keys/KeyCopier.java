package org.aletheia.platform.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.jspecify.annotations.Nullable;

/**
 * Copies the key register to the keys bucket, so that buckets and key-encryption key alone can bring everything back.
 *
 * <p>Rows are read (one transaction), written to the bucket, then noted as copied for exactly the revisions that were
 * read (another one). A crash in between, or a second replica at the same work, writes the same object again. A copy that
 * began before a destruction could land after its tombstone: tombstones are therefore written once more an hour later,
 * when no such copy can be under way. A tombstone stands under a prefix of its own too, which a start reads
 * ({@link KeyTombstones}).
 */
@ApplicationScoped
public class KeyCopier {
    private static final int BATCH = 200;
    static final String PREFIX = "unit-keys/";

    private final KeyRegister register;
    private final KeyTombstones tombstones;
    private final ObjectStores stores;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public KeyCopier(KeyRegister register, KeyTombstones tombstones, ObjectStores stores, Clock clock) {
        this.register = register;
        this.tombstones = tombstones;
        this.stores = stores;
        this.clock = clock;
    }

    /** Copies what is due; returns how many keys that were. */
    public int copyDue() {
        int total = 0;
        List<RegisteredKey> batch;
        do {
            batch = register.copyDue(clock.instant(), BATCH);
            copy(batch);
            total += batch.size();
        } while (batch.size() == BATCH);
        return total;
    }

    /** Where one cannot be written, those before it are noted all the same. */
    private void copy(List<RegisteredKey> batch) {
        List<RegisteredKey> written = new ArrayList<>();
        Map<UUID, String> sealedBy = new HashMap<>();
        try {
            for (RegisteredKey key : batch) {
                if (key.destroyedAt() != null) {
                    sealedBy.put(key.id(), tombstones.put(key.id()));
                }
                stores.of(Bucket.KEYS).put(PREFIX + key.id(), bytes(key), "application/json");
                written.add(key);
            }
        } finally {
            register.copied(written, sealedBy, clock.instant());
        }
    }

    private byte[] bytes(RegisteredKey key) {
        try {
            return json.writeValueAsString(Copy.of(key)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key's copy that cannot be written", e);
        }
    }

    /** The object in the bucket; {@code wrapped} in base64, absent in a tombstone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Copy(
            int format,
            String id,
            String purpose,
            String subject,
            int revision,
            @Nullable String wrappedBy,
            @Nullable String wrapped,
            String createdAt,
            @Nullable String destroyedAt) {

        static Copy of(RegisteredKey key) {
            RegisteredKey.Wrapping wrapping = key.wrapping();
            return new Copy(
                    1,
                    key.id().toString(),
                    key.purpose().code(),
                    key.subject().toString(),
                    key.revision(),
                    wrapping == null ? null : wrapping.by(),
                    wrapping == null ? null : Base64.getEncoder().encodeToString(wrapping.bytes()),
                    key.createdAt().toString(),
                    key.destroyedAt() == null ? null : key.destroyedAt().toString());
        }
    }
}
