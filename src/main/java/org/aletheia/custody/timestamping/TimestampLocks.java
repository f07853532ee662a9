package org.aletheia.custody.timestamping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.YearlyLocks;

/**
 * Locks timestamps and their checkpoints where the bucket has Object Lock: each before it counts as published, and all of
 * them anew in each calendar year.
 */
final class TimestampLocks {
    private static final String CURSOR = "timestamp-lock-";
    private static final int STEP = 64;

    private final TimestampStore store;
    private final TimestampFiles files;
    private final YearlyLocks locks;

    /** @param length how far ahead locks reach at least */
    TimestampLocks(Transactions database, TimestampFiles files, Duration length) {
        this.store = new TimestampStore(database);
        this.files = files;
        this.locks = new YearlyLocks(database, CURSOR, length);
    }

    /** Locks one, where that can be done. */
    void lock(long size, String authority, Instant now) {
        if (files.locks()) {
            files.lock(size, authority, locks.until(now));
        }
    }

    /**
     * Renews some locks.
     *
     * @return whether there is more to do at once
     */
    boolean renew(Instant now) {
        return files.locks() && locks.run(now, this::renew);
    }

    private YearlyLocks.Progress renew(long from, Instant until) {
        List<TimestampStore.Token> some = store.from(from, STEP);
        some.forEach(token -> files.lock(token.size(), token.authority(), until));
        // those of the last size may go on beyond this step: they are looked at again, unless nothing else is left
        boolean more = some.size() == STEP;
        return new YearlyLocks.Progress(some.isEmpty() ? from : some.getLast().size() + (more ? 0 : 1), more);
    }
}
