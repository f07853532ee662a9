package org.aletheia.local.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.CompactTree;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.TreeHash;

/**
 * Writes a long log straight into the tables of an empty journal: rows as large as those of real events, whose entries and
 * ids follow from the index, with the tree that belongs to them. What a proof reads is as the sequencer would have left it.
 */
final class LongLog {
    private static final int TILE_HEIGHT = 8;
    private static final int AT_ONCE = 500_000;
    private static final int NODES_AT_ONCE = 10_000;

    private static final String ROWS = """
            insert into journal
            select i, lpad(to_hex(i), 32, '0')::uuid, 'CE-RECEIVED', 'custody', array['item'],
                array[lpad(to_hex(i), 32, '0')::uuid], sha256(int8send(i)), sha256(int8send(i)),
                decode(repeat('ab', 750), 'hex')
            from generate_series(%d, %d::bigint) i""";

    private final OwnEstate estate;
    private final int entries;

    LongLog(OwnEstate estate, int entries) {
        this.estate = estate;
        this.entries = entries;
    }

    /** What so many entries need: the rows with their indexes, and what is published of them. */
    static DiskSpace space(int entries) {
        return new DiskSpace(0, entries * 1800L);
    }

    static UUID event(long index) {
        return new UUID(0, index);
    }

    private static byte[] entry(long index) {
        return Digest.sha256(ByteBuffer.allocate(Long.BYTES).putLong(index).array())
                .bytes();
    }

    void write() throws SQLException {
        try (LogState state = new LogState(estate.connect())) {
            state.execute("set synchronous_commit = off");
            state.execute("select aletheia_journal_extend(" + (entries + 1_000_000L) + ")");
            for (long from = 0; from < entries; from += AT_ONCE) {
                state.execute(ROWS.formatted(from, Math.min(from + AT_ONCE, entries) - 1));
            }
            state.execute("analyze journal");
        }
        try (Connection connection = estate.connect()) {
            connection.setAutoCommit(false);
            writeTree(connection);
            connection.commit();
        }
    }

    private void writeTree(Connection connection) throws SQLException {
        CompactTree tree = new CompactTree(Frontier.empty());
        try (PreparedStatement insert = connection.prepareStatement("insert into log_node values (?, ?, ?)")) {
            int[] waiting = {0};
            for (long i = 0; i < entries; i++) {
                tree.append(TreeHash.leaf(entry(i)), (level, index, root) -> {
                    if (level % TILE_HEIGHT == 0) {
                        add(insert, level / TILE_HEIGHT, index, root.bytes());
                        waiting[0]++;
                    }
                });
                if (waiting[0] >= NODES_AT_ONCE) {
                    insert.executeBatch();
                    waiting[0] = 0;
                }
            }
            insert.executeBatch();
        }
        writeHead(connection, tree.frontier());
    }

    private static void add(PreparedStatement insert, int level, long index, byte[] root) {
        try {
            insert.setInt(1, level);
            insert.setLong(2, index);
            insert.setBytes(3, root);
            insert.addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeHead(Connection connection, Frontier frontier) throws SQLException {
        String sql = "update log_head set size = ?, root = ?, frontier = ? where size = 0";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, frontier.size());
            update.setBytes(2, frontier.root().bytes());
            update.setBytes(3, frontier.toBytes());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the journal is not empty");
            }
        }
    }
}
