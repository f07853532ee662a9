package org.aletheia.custody.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.YearlyLocks;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.TileId;

/**
 * Locks published tiles, and the entries below them, once they are full: then their bytes are final. Partial tiles and the
 * latest checkpoint are replaced all the time and stay unlocked.
 */
final class TileLocks {
    static final String CURSOR = "log-lock-";
    private static final int TILE_HEIGHT = 8;

    /** Most entries of a step: bounds how much is repeated after a crash. */
    private static final long STEP = 64L << TILE_HEIGHT;

    private final Transactions database;
    private final LogBucket bucket;
    private final YearlyLocks locks;
    private final Clock clock;

    /**
     * @param database with the rights of role aletheia_follower
     * @param length how far ahead locks reach at least
     */
    TileLocks(Transactions database, LogBucket bucket, Duration length, Clock clock) {
        this.database = database;
        this.bucket = bucket;
        this.locks = new YearlyLocks(database, CURSOR, length);
        this.clock = clock;
    }

    /**
     * Locks some tiles that were published since.
     *
     * @return whether there is more to do at once
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException after any number of locks were set
     */
    boolean run() {
        return bucket.locks() && locks.run(clock.instant(), this::lock);
    }

    private YearlyLocks.Progress lock(long from, Instant until) {
        long full = full(database.onConnection(HeadStore::read).publishedSize(), 0) << TILE_HEIGHT;
        long to = Math.min(full, from + STEP);
        for (int level = 0; full(to, level) > 0; level++) {
            for (long index = full(from, level); index < full(to, level); index++) {
                lock(level, index, until);
            }
        }
        return new YearlyLocks.Progress(to, to < full);
    }

    private void lock(int level, long index, Instant until) {
        bucket.lock(new TileId(level, index, TileId.FULL_WIDTH), until);
        if (level == 0) {
            bucket.lock(new EntryBundleId(index, TileId.FULL_WIDTH), until);
        }
    }

    /** Number of full tiles of a level in a tree of that size; 0 also before the first publication. */
    private static long full(long size, int level) {
        return Math.max(size, 0) >> (TILE_HEIGHT * (level + 1));
    }
}
