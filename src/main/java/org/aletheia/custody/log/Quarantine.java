package org.aletheia.custody.log;

/**
 * Whether committed events may enter the journal. A database that was set back to an earlier day gives new events the
 * indexes of published ones, and such a fork could never be signed. So nothing is sequenced before this replica has
 * compared the journal with what was published, nor after the two contradicted each other: committed events wait where they
 * are, which is the quarantine.
 *
 * <p>What has been seen is remembered in memory only: after a restart, a failure of the database or a journal that became
 * smaller, the comparison is made anew. One thread at a time admits; any may close or ask.
 */
final class Quarantine {
    private final Runnable comparison;
    private volatile boolean lifted;
    private volatile long seen;

    /** @param comparison returns normally where the journal contradicts nothing that was published */
    Quarantine(Runnable comparison) {
        this.comparison = comparison;
    }

    /**
     * Makes the comparison where none holds.
     *
     * @throws LogRefusedException where the journal is not the one that was published
     * @throws RuntimeException where they could not be compared
     */
    void lift() {
        if (!lifted) {
            comparison.run();
            seen = 0;
            lifted = true;
        }
    }

    /** Asks for a comparison before anything more is sequenced. */
    void close() {
        lifted = false;
    }

    /** Whether nothing speaks against the journal as far as this replica knows. */
    boolean isLifted() {
        return lifted;
    }

    /** Whether a journal of this size may grow: it never became smaller than this replica has seen it. */
    boolean admits(long size) {
        if (size < seen) {
            close();
        }
        seen = size;
        return lifted;
    }
}
