package org.aletheia.custody.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.aletheia.custody.store.CursorStore;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.jboss.logging.Logger;

/**
 * Locks published checkpoints once a later one is published: then no cosignature is added to them any more. As with tiles,
 * each calendar year (UTC) begins with a new cursor.
 */
final class CheckpointLocks {
    private static final Logger LOG = Logger.getLogger(CheckpointLocks.class);
    private static final String CURSOR = "checkpoint-lock-";
    private static final int STEP = 64;

    private final Transactions database;
    private final CursorStore cursors;
    private final LogBucket bucket;
    private final Duration length;
    private final Clock clock;

    /**
     * @param database with the rights of role aletheia_follower
     * @param length how far ahead locks reach at least
     */
    CheckpointLocks(Transactions database, LogBucket bucket, Duration length, Clock clock) {
        this.database = database;
        this.cursors = new CursorStore(database);
        this.bucket = bucket;
        this.length = length;
        this.clock = clock;
    }

    /**
     * Locks some. First each lock is set and read back, then the cursor moves by compare-and-swap: a crash between them
     * repeats locks, which changes nothing.
     *
     * @return whether there is more to do at once
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException after any number of locks were set
     */
    boolean run() {
        if (!bucket.locks()) {
            return false;
        }
        Year year = Year.from(clock.instant().atOffset(ZoneOffset.UTC));
        String cursor = CURSOR + year;
        long from = cursors.position(cursor);
        List<PublishedStore.Row> some = database.onConnection(connection ->
                PublishedStore.from(connection, from, HeadStore.read(connection).publishedSize(), STEP));
        if (some.isEmpty()) {
            return false;
        }
        Instant until = LockPeriod.end(year, length);
        some.forEach(row -> lock(row, until));
        return cursors.move(cursor, from, some.getLast().size() + 1) && some.size() == STEP;
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
