package org.aletheia.custody.store;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * How far objects of one kind are locked. Each calendar year (UTC) begins with a new cursor at 0, so that every lock is
 * renewed once a year and always reaches at least the configured time ahead.
 */
public final class YearlyLocks {
    private final CursorStore cursors;
    private final String name;
    private final Duration length;

    /**
     * @param database with the rights of role aletheia_follower
     * @param name of the cursors, before the year
     * @param length how far ahead locks reach at least
     */
    public YearlyLocks(Transactions database, String name, Duration length) {
        this.cursors = new CursorStore(database);
        this.name = name;
        this.length = length;
    }

    /** Sets some locks and reads them back. */
    @FunctionalInterface
    public interface Step {
        /**
         * Locks some.
         *
         * @param from the first place that is not done
         * @param until when they end
         */
        Progress lock(long from, Instant until);
    }

    /**
     * What a step has done.
     *
     * @param to the first place that is not done now; where it is where the step began, nothing was
     * @param more whether there is more to do at once
     */
    public record Progress(long to, boolean more) {}

    /** When a lock ends that is set now: as long as the configured time after the year has ended. */
    public Instant until(Instant now) {
        return year(now)
                .plusYears(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(length.toSeconds());
    }

    /**
     * Takes one step. First its locks are set and read back, then the cursor moves by compare-and-swap: a crash between them
     * repeats locks, which changes nothing.
     *
     * @return whether there is more to do at once
     */
    public boolean run(Instant now, Step step) {
        String cursor = name + year(now);
        long from = cursors.position(cursor);
        Progress done = step.lock(from, until(now));
        return done.to() > from && cursors.move(cursor, from, done.to()) && done.more();
    }

    private static Year year(Instant now) {
        return Year.from(now.atOffset(ZoneOffset.UTC));
    }
}
