package org.aletheia.custody;

import java.util.List;

/**
 * Work that follows every change, in order, at least once. Beans of this type are found and run by themselves, one thread
 * each, with a cursor of their own in the database. Reads (group access) are not among what they get.
 */
public interface Follower {
    /** Names the cursor; never changes once released. Lower-case words with hyphens. */
    String name();

    /**
     * Does the work for a batch; idempotent, since a batch comes again after a crash or when a second replica was at it
     * too. Called without a transaction. Throwing leaves the cursor where it is and the batch comes again later.
     *
     * @param batch not empty, ascending, with gaps where reads are
     * @return how many entries from the start of the batch are durably done; less than all means that the rest comes again
     */
    int apply(List<JournalEntry> batch);

    /** Most entries of a batch. */
    default int batchSize() {
        return 500;
    }
}
