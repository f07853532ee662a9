package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.jboss.logging.Logger;

/**
 * Destroys again what was destroyed: a database that was restored from before a destruction has the key again, and the keys
 * bucket says that it must not. To be done at each start, before the server is ready; may be repeated.
 */
@ApplicationScoped
public class KeyTombstones {
    static final String PREFIX = "destroyed-keys/";

    private static final Logger LOG = Logger.getLogger(KeyTombstones.class);
    private static final int BATCH = 500;

    private final KeyRegister register;
    private final ObjectStores stores;
    private final Clock clock;
    private volatile boolean applied;

    public KeyTombstones(KeyRegister register, ObjectStores stores, Clock clock) {
        this.register = register;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Applies all tombstones of the bucket.
     *
     * @return how many keys lived on and do no more
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be read now
     */
    public int apply() {
        List<UUID> batch = new ArrayList<>(BATCH);
        int[] destroyed = new int[1];
        stores.of(Bucket.KEYS).list(PREFIX, object -> {
            batch.add(Ids.parse(object.key().substring(PREFIX.length())));
            if (batch.size() == BATCH) {
                destroyed[0] += register.destroyAll(batch, clock.instant());
                batch.clear();
            }
        });
        destroyed[0] += register.destroyAll(batch, clock.instant());
        if (destroyed[0] > 0) {
            LOG.errorf(
                    "%d keys that were destroyed had come back, as from an older backup; destroyed again",
                    destroyed[0]);
        }
        applied = true;
        return destroyed[0];
    }

    /** Whether this server has applied them since its start. */
    boolean applied() {
        return applied;
    }
}
