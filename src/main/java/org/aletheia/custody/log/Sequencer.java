package org.aletheia.custody.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;
import org.aletheia.custody.store.ChainPlace;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.OrderedEvent;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.transparency.TreeHash;

/**
 * Gives committed events their index, their number in each history and their leaf in the tree. Any number may run against
 * one database: the compare-and-swap on the tree's size lets one of them win each step, the others lose nothing but work.
 */
public final class Sequencer {
    private static final long PARTITION_MARGIN = 100_000;

    /** More events may wait than there are partitions for. */
    private static final int NO_ROOM = -1;

    private static final String TRY_LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('aletheia/sequencing', 0))";

    private final Transactions database;
    private final int batchSize;
    private final boolean locking;
    private final LongPredicate admitted;
    private long partitionedUpTo;

    /**
     * @param database with the rights of role aletheia_follower
     * @param batchSize most events of a transaction: bounds memory and the time for which others wait
     */
    public Sequencer(Transactions database, int batchSize) {
        this(database, batchSize, true, size -> true);
    }

    /**
     * As above.
     *
     * @param locking false lets replicas collide, to show that they may
     * @param admitted whether a journal of this size may grow; asked inside the transaction, of what it has read
     */
    Sequencer(Transactions database, int batchSize, boolean locking, LongPredicate admitted) {
        this.database = database;
        this.batchSize = batchSize;
        this.locking = locking;
        this.admitted = admitted;
    }

    /**
     * Moves one batch of pending events into the journal.
     *
     * <p>One durable effect: the transaction that removes pending rows, adds them with their indexes, and moves the tree
     * from the size it had. Before it, everything is as if this had not run; after it, the events are in the journal and
     * nowhere else. Where the commit's answer is lost, the next run reads the head again and goes on from whatever holds.
     *
     * <p>Partitions are made before, in a transaction of their own; one more partition than needed does no harm.
     *
     * @return events moved; 0 also where another replica is at it, or the journal may not grow
     * @throws LostRaceException where another replica moved the tree meanwhile; nothing was changed
     * @throws org.aletheia.platform.persistence.DatabaseFailure as {@link Transactions#commit}
     */
    public int run() {
        int moved = step();
        if (moved == NO_ROOM) {
            partition();
            moved = step();
        }
        if (moved == NO_ROOM) {
            throw new IllegalStateException("no partition for the next events");
        }
        return moved;
    }

    private int step() {
        return database.commit(connection -> {
            if (locking && !lock(connection)) {
                return 0;
            }
            LogHead head = HeadStore.read(connection);
            if (!admitted.test(head.size())) {
                return 0;
            }
            if (head.size() + batchSize > partitionedUpTo) {
                return NO_ROOM;
            }
            if (!PendingStore.any(connection)) {
                return 0;
            }
            // First the head: whoever loses the race learns it before it writes.
            if (!HeadStore.hold(connection, head.size())) {
                throw new LostRaceException(head.size());
            }
            List<OrderedEvent> events = JournalStore.order(connection, head.size(), batchSize);
            if (!events.isEmpty()) {
                extend(connection, head, events);
            }
            return events.size();
        });
    }

    /** Adds to tree and histories what was ordered behind the head. */
    private static void extend(Connection connection, LogHead head, List<OrderedEvent> events) throws SQLException {
        GrowingTree tree = new GrowingTree(head.frontier());
        events.forEach(event -> tree.append(TreeHash.leaf(event.entry())));
        if (!HeadStore.advance(connection, head.size(), tree.frontier())) {
            throw new LostRaceException(head.size());
        }
        List<ChainPlace> places = ChainNumbers.number(
                head.size(), events, JournalStore.lastNumbers(connection, ChainNumbers.keys(events)));
        JournalStore.place(connection, places);
        if (!tree.completed().isEmpty()) {
            JournalStore.addNodes(connection, tree.completed());
        }
    }

    private void partition() {
        long needed = database.onConnection(HeadStore::read).size() + batchSize + PARTITION_MARGIN;
        partitionedUpTo = database.onConnection(connection -> JournalStore.extend(connection, needed));
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(TRY_LOCK);
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
