package org.aletheia.custody.log;

import java.util.function.Supplier;
import org.aletheia.custody.store.DatabaseIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Whether committed events may enter the journal. A database that was set back to an earlier day gives new events the
 * indexes of published ones, and such a fork could never be signed nor undone. So nothing is sequenced before this replica
 * has compared the journal with what was published, nor after the two contradicted each other: committed events wait where
 * they are, which is the quarantine.
 *
 * <p>What has been seen is remembered in memory only: after a restart, behind another database and where a journal became
 * smaller, the comparison is made anew. A failure of the database by itself proves nothing: where the same one answers again,
 * what was compared still holds, also while the bucket is away. One thread at a time admits; any may doubt or ask.
 */
final class Quarantine {
    private final Runnable comparison;
    private final Supplier<DatabaseIdentity> database;
    private volatile LogStanding standing = LogStanding.UNKNOWN;
    private volatile @Nullable DatabaseIdentity compared;
    private volatile long seen;

    /**
     * @param comparison returns normally where the journal contradicts nothing that was published
     * @param database which database answers now
     */
    Quarantine(Runnable comparison, Supplier<DatabaseIdentity> database) {
        this.comparison = comparison;
        this.database = database;
    }

    /**
     * Makes the comparison where none holds.
     *
     * @throws LogRefusedException where the journal is not the one that was published
     * @throws RuntimeException where they could not be compared
     */
    void lift() {
        if (standing == LogStanding.SOUND) {
            return;
        }
        // first the database: if another one takes its place during the comparison, the next failure finds that out
        DatabaseIdentity now = database.get();
        if (!now.equals(compared)) {
            compare();
            compared = now;
            seen = 0;
        }
        standing = LogStanding.SOUND;
    }

    private void compare() {
        try {
            comparison.run();
        } catch (LogRefusedException e) {
            refused(e);
            throw e;
        }
    }

    /** The database failed: what answers next may be another one. */
    void doubt() {
        if (standing == LogStanding.SOUND) {
            standing = LogStanding.UNKNOWN;
        }
    }

    /** Publication was refused: asks for a comparison before anything more is sequenced. */
    void refused(LogRefusedException why) {
        compared = null;
        standing = why.reason().intake() ? LogStanding.CONTRADICTING : LogStanding.UNKNOWN;
    }

    /** As far as this replica knows. */
    LogStanding standing() {
        return standing;
    }

    /** Whether a journal of this size may grow: it never became smaller than this replica has seen it. */
    boolean admits(long size) {
        if (size < seen) {
            compared = null;
            doubt();
        }
        seen = size;
        return standing == LogStanding.SOUND;
    }
}
