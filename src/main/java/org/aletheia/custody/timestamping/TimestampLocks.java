package org.aletheia.custody.timestamping;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.aletheia.custody.store.CursorStore;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.Transactions;

/**
 * Locks timestamps and their checkpoints where the bucket has Object Lock: each before it counts as published, and all of
 * them anew in each calendar year (UTC), so that every lock always reaches at least the configured time ahead.
 */
final class TimestampLocks {
    private static final String CURSOR = "timestamp-lock-";
    private static final int STEP = 64;

    private final TimestampStore store;
    private final CursorStore cursors;
    private final TimestampFiles files;
    private final Duration length;

    /** @param length how far ahead locks reach at least */
    TimestampLocks(Transactions database, TimestampFiles files, Duration length) {
        this.store = new TimestampStore(database);
        this.cursors = new CursorStore(database);
        this.files = files;
        this.length = length;
    }

    /** Locks one, where that can be done. */
    void lock(long size, String authority, Instant now) {
        if (files.locks()) {
            files.lock(size, authority, until(year(now)));
        }
    }

    /**
     * Renews some locks. First they are set and read back, then the cursor moves by compare-and-swap: a crash between
     * repeats locks, which changes nothing.
     *
     * @return whether there is more to do at once
     */
    boolean renew(Instant now) {
        if (!files.locks()) {
            return false;
        }
        Year year = year(now);
        String cursor = CURSOR + year;
        long from = cursors.position(cursor);
        List<TimestampStore.Token> some = store.from(from, STEP);
        some.forEach(token -> files.lock(token.size(), token.authority(), until(year)));
        // those of the last size may go on beyond this step: they are looked at again, unless nothing else is left
        boolean more = some.size() == STEP;
        long to = some.isEmpty() ? from : some.getLast().size() + (more ? 0 : 1);
        return to > from && cursors.move(cursor, from, to) && more;
    }

    private static Year year(Instant now) {
        return Year.from(now.atOffset(ZoneOffset.UTC));
    }

    private Instant until(Year year) {
        return year.plusYears(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(length.toSeconds());
    }
}
