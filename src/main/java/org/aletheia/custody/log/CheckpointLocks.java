package org.aletheia.custody.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.YearlyLocks;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.jboss.logging.Logger;

/** Locks published checkpoints once a later one is published: then no cosignature is added to them any more. */
final class CheckpointLocks {
    private static final Logger LOG = Logger.getLogger(CheckpointLocks.class);
    private static final String CURSOR = "checkpoint-lock-";
    private static final int STEP = 64;

    private final Transactions database;
    private final LogBucket bucket;
    private final YearlyLocks locks;
    private final Clock clock;

    /**
     * @param database with the rights of role aletheia_follower
     * @param length how far ahead locks reach at least
     */
    CheckpointLocks(Transactions database, LogBucket bucket, Duration length, Clock clock) {
        this.database = database;
        this.bucket = bucket;
        this.locks = new YearlyLocks(database, CURSOR, length);
        this.clock = clock;
    }

    /**
     * Locks some.
     *
     * @return whether there is more to do at once
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException after any number of locks were set
     */
    boolean run() {
        return bucket.locks() && locks.run(clock.instant(), this::lock);
    }

    private YearlyLocks.Progress lock(long from, Instant until) {
        List<PublishedStore.Row> some = database.onConnection(connection ->
                PublishedStore.from(connection, from, HeadStore.read(connection).publishedSize(), STEP));
        some.forEach(row -> lock(row, until));
        return new YearlyLocks.Progress(some.isEmpty() ? from : some.getLast().size() + 1, some.size() == STEP);
    }

    /** One that somebody has removed must not keep the others unlocked. */
    private void lock(PublishedStore.Row row, Instant until) {
        try {
            bucket.lockCheckpoint(row.size(), until);
        } catch (ObjectMissingException e) {
            if (row.certain()) {
                LOG.errorf("the log bucket lacks checkpoints/%d, which was published: run fsck", row.size());
            }
        }
    }
}
