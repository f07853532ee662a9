package org.aletheia.evidence.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectRetainedException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.PendingUpload;

/**
 * Removes what interrupted uploads left: objects that no record names, and unfinished multipart uploads; both only beyond
 * a grace time.
 *
 * <p>Safe beside uploads under way and on several replicas: an object is registered within its upload's own request, so
 * one that is older than the grace time and unknown now will never be known. Each run starts anew and holds no state; a
 * crash leaves the rest to the next run.
 */
public class Orphans {
    /** Clocks of server and store may differ; no configuration may undercut this. */
    private static final Duration LEAST_GRACE = Duration.ofHours(1);

    private static final int BATCH = 500;

    private final ObjectStores stores;
    private final KnownContents known;
    private final ContentConfig config;
    private final Clock clock;

    public Orphans(ObjectStores stores, KnownContents known, ContentConfig config, Clock clock) {
        this.stores = stores;
        this.known = known;
        this.config = config;
        this.clock = clock;
    }

    /** What one run did. Locked objects are left until their lock has run out. */
    public record Collected(int objects, int uploads, int locked) {}

    /** One run with the configured grace time. */
    public Collected collect() {
        Duration grace = config.orphanGrace();
        return collect(grace.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : grace);
    }

    Collected collect(Duration grace) {
        Instant before = clock.instant().minus(grace);
        Run run = new Run(stores.of(Bucket.EVIDENCE), before);
        run.objects();
        run.uploads();
        return new Collected(run.objects, run.uploads, run.locked);
    }

    private final class Run {
        private final ObjectStore store;
        private final Instant before;
        private final Map<UUID, String> candidates = new HashMap<>();
        private int objects;
        private int uploads;
        private int locked;

        Run(ObjectStore store, Instant before) {
            this.store = store;
            this.before = before;
        }

        void objects() {
            store.list(ContentKeys.PREFIX, object -> {
                if (object.modified().isBefore(before)) {
                    ContentKeys.objectId(object.key()).ifPresent(id -> candidates.put(id, object.key()));
                }
                if (candidates.size() == BATCH) {
                    removeUnknown();
                }
            });
            removeUnknown();
        }

        void uploads() {
            List<PendingUpload> old = new ArrayList<>();
            store.listPending(ContentKeys.PREFIX, upload -> {
                if (upload.started().isBefore(before)) {
                    old.add(upload);
                }
            });
            old.forEach(store::abort);
            uploads = old.size();
        }

        private void removeUnknown() {
            if (!candidates.isEmpty()) {
                Set<UUID> named = known.known(candidates.keySet());
                candidates.keySet().removeAll(named);
                candidates.values().forEach(this::remove);
                candidates.clear();
            }
        }

        private void remove(String key) {
            try {
                store.delete(key);
                objects++;
            } catch (ObjectRetainedException e) {
                locked++;
            }
        }
    }
}
