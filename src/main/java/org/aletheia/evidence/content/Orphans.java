package org.aletheia.evidence.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
 *
 * <p>That reasoning holds for the database that belongs to the bucket only. One that was restored too old, is empty, or is
 * another deployment's names too little, and this would destroy evidence. So a run removes nothing unless the journal is
 * the one that was published, right before and again right after all objects were listed; some object is known; and few
 * are unknown. What that cannot see, a database and a log bucket that were both set back to the same day, is the operator's
 * to know (docs/operations.md, Restore).
 */
public class Orphans {
    /** Clocks of server and store may differ; no configuration may undercut this. */
    private static final Duration LEAST_GRACE = Duration.ofHours(1);

    private static final int BATCH = 500;

    /** So many unknown objects are never suspicious: a bad day's uploads. */
    private static final int UNSUSPICIOUS = 100;

    /** Beyond that, at most one object in so many may be unknown. */
    private static final int ONE_IN = 10;

    /** Bounds the memory of a run; the rest is the next one's. */
    private static final int MOST_REMOVED = 10_000;

    private final ObjectStores stores;
    private final KnownContents known;
    private final ContentConfig config;
    private final BooleanSupplier journalVerified;
    private final Clock clock;

    /**
     * @param journalVerified whether the database's journal is the one that was published; asked in each run, and whatever it
     *     throws ends the run
     */
    public Orphans(
            ObjectStores stores,
            KnownContents known,
            ContentConfig config,
            BooleanSupplier journalVerified,
            Clock clock) {
        this.stores = stores;
        this.known = known;
        this.config = config;
        this.journalVerified = journalVerified;
        this.clock = clock;
    }

    /**
     * What one run did.
     *
     * @param unknown old objects that no record names, removed or not
     * @param objects removed
     * @param uploads unfinished ones given up
     * @param locked left until their lock has run out
     */
    public record Collected(int unknown, int objects, int uploads, int locked) {}

    /**
     * One run with the configured grace time.
     *
     * @throws OrphansRefusedException where it would be unsafe; nothing was removed
     */
    public Collected collect() {
        Duration grace = config.orphanGrace();
        return collect(grace.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : grace);
    }

    Collected collect(Duration grace) {
        requireVerified();
        Run run = new Run(stores.of(Bucket.EVIDENCE), clock.instant().minus(grace));
        run.list();
        run.requireFew();
        requireVerified();
        run.objects();
        run.uploads();
        return new Collected(run.unknown, run.objects, run.uploads, run.locked);
    }

    private void requireVerified() {
        if (!journalVerified.getAsBoolean()) {
            throw new OrphansRefusedException(
                    0, "the journal of this database was not yet found to be the one that was published");
        }
    }

    private final class Run {
        private final ObjectStore store;
        private final Instant before;
        private final Map<UUID, String> batch = new HashMap<>();
        private final Map<UUID, String> candidates = new HashMap<>();
        private long old;
        private int unknown;
        private int objects;
        private int uploads;
        private int locked;

        Run(ObjectStore store, Instant before) {
            this.store = store;
            this.before = before;
        }

        void list() {
            store.list(ContentKeys.PREFIX, object -> {
                if (object.modified().isBefore(before)) {
                    ContentKeys.objectId(object.key()).ifPresent(id -> batch.put(id, object.key()));
                }
                if (batch.size() == BATCH) {
                    sift();
                }
            });
            sift();
        }

        private void sift() {
            old += batch.size();
            removeKnown(batch);
            unknown += batch.size();
            batch.forEach((id, key) -> {
                if (candidates.size() < MOST_REMOVED) {
                    candidates.put(id, key);
                }
            });
            batch.clear();
        }

        void requireFew() {
            boolean none = unknown == old && old > 0;
            boolean many = unknown > UNSUSPICIOUS && unknown > old / ONE_IN;
            if (none || many) {
                throw new OrphansRefusedException(
                        unknown,
                        "the database knows nothing of " + unknown + " of " + old
                                + " objects: it is probably not the one that belongs to this bucket, or was restored too old");
            }
        }

        /** Asks once more: what was listed long ago may be known by now. */
        void objects() {
            Map<UUID, String> due = new HashMap<>();
            candidates.forEach((id, key) -> {
                due.put(id, key);
                if (due.size() == BATCH) {
                    remove(due);
                }
            });
            remove(due);
        }

        void uploads() {
            List<PendingUpload> unfinished = new ArrayList<>();
            store.listPending(ContentKeys.PREFIX, upload -> {
                if (upload.started().isBefore(before)) {
                    unfinished.add(upload);
                }
            });
            unfinished.forEach(store::abort);
            uploads = unfinished.size();
        }

        private void remove(Map<UUID, String> due) {
            removeKnown(due);
            due.values().forEach(this::remove);
            due.clear();
        }

        private void removeKnown(Map<UUID, String> ids) {
            if (!ids.isEmpty()) {
                ids.keySet().removeAll(known.known(ids.keySet()));
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
