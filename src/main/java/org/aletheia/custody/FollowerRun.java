package org.aletheia.custody;

import java.util.List;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.CursorStore;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;

/** Leads one follower along the changes. */
final class FollowerRun {
    /** Reads among the changes are skipped without moving the cursor, until they are so many. */
    private static final long SKIP = 10_000;

    private final Follower follower;
    private final Transactions database;
    private final ChainStore journal;
    private final CursorStore cursors;
    private final ReplicaLock lock;
    private volatile long lag;

    FollowerRun(Follower follower, Transactions database) {
        this.follower = follower;
        this.database = database;
        this.journal = new ChainStore(database);
        this.cursors = new CursorStore(database);
        this.lock = new ReplicaLock(database, "follower/" + follower.name());
    }

    String name() {
        return follower.name();
    }

    /** Events, reads included, that lie before this follower; 0 when no change is among them. */
    long lag() {
        return lag;
    }

    /**
     * Does one batch.
     *
     * <p>Durable effects, in this order: what the follower does; then its cursor. A crash between them makes the batch come
     * again, which the follower must bear. The cursor moves by compare-and-swap, so a replica that was slow moves nothing
     * back.
     *
     * @return whether there is more to do at once
     */
    boolean step() {
        long position = cursors.position(follower.name());
        // The size is read before the rows: what it covers is committed.
        long size = database.onConnection(HeadStore::read).size();
        List<JournalEntry> batch = changes(position, size);
        if (batch.isEmpty()) {
            lag = 0;
            return size - position > SKIP && cursors.move(follower.name(), position, size);
        }
        lag = size - position;
        return lock.run(() -> apply(position, size, batch));
    }

    private boolean apply(long position, long size, List<JournalEntry> batch) {
        if (cursors.position(follower.name()) != position) {
            return true; // another replica has done it
        }
        int done = follower.apply(batch);
        if (done < 0 || done > batch.size()) {
            throw new IllegalStateException(follower.name() + " did " + done + " of " + batch.size() + " entries");
        }
        boolean all = done == batch.size();
        boolean last = all && done < follower.batchSize();
        if (done > 0) {
            cursors.move(
                    follower.name(), position, last ? size : batch.get(done - 1).index() + 1);
        }
        lag = last ? 0 : lag;
        return all;
    }

    private List<JournalEntry> changes(long from, long to) {
        return journal.changes(from, to, follower.batchSize()).stream()
                .map(placed -> new JournalEntry(placed.index(), placed.row()))
                .toList();
    }
}
