package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;

/** Writes to the journal; for the sequencer alone, inside its one transaction. */
public final class JournalStore {
    private static final String LAST = """
            select wanted.kind, wanted.id, wanted.chain, last.number
            from unnest(?::text[], ?::uuid[], ?::text[]) as wanted (kind, id, chain)
            cross join lateral (
                select number from journal_subject
                where subject_kind = wanted.kind and subject_id = wanted.id and chain = wanted.chain
                order by number desc limit 1) last""";

    private static final String ANY_LOST = "select exists (select from journal where event_group = 'lost')";
    private static final String LAST_KNOWN =
            "select coalesce(max(log_index), -1) from journal where event_group <> 'lost'";

    private JournalStore() {}

    /** Whether the journal holds entries of which the events are lost. */
    public static boolean anyLost(Connection connection) throws SQLException {
        try (PreparedStatement any = connection.prepareStatement(ANY_LOST);
                ResultSet row = any.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Index behind the last event that is not lost: from here to the journal's end there are lost ones only. */
    public static long knownEnd(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(LAST_KNOWN);
                ResultSet row = last.executeQuery()) {
            row.next();
            return row.getLong(1) + 1;
        }
    }

    /** Makes partitions up to the one of this index and returns the first index that has none; its own transaction. */
    public static long extend(Connection connection, long upTo) throws SQLException {
        try (PreparedStatement extend = connection.prepareStatement("select aletheia_journal_extend(?)")) {
            extend.setLong(1, upTo);
            try (ResultSet row = extend.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The last number given in each of these histories; those without any are left out. */
    public static Map<ChainKey, Long> lastNumbers(Connection connection, Collection<ChainKey> keys)
            throws SQLException {
        Map<ChainKey, Long> numbers = new HashMap<>();
        try (PreparedStatement last = connection.prepareStatement(LAST)) {
            last.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            keys.stream().map(key -> key.subject().kind()).toArray()));
            last.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(key -> key.subject().id()).toArray()));
            last.setArray(
                    3,
                    connection.createArrayOf(
                            "text", keys.stream().map(key -> key.chain().code()).toArray()));
            try (ResultSet rows = last.executeQuery()) {
                while (rows.next()) {
                    numbers.put(key(rows), rows.getLong(4));
                }
            }
        }
        return numbers;
    }

    /** Appends events at consecutive indexes. */
    public static void append(Connection connection, long firstIndex, List<SealedRow> rows) throws SQLException {
        String target =
                "journal (log_index, event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry,"
                        + " canonical)";
        try (BinaryCopy copy = BinaryCopy.into(connection, target)) {
            long index = firstIndex;
            for (SealedRow row : rows) {
                copy.row(1 + SealedRow.COLUMNS).bigint(index++).sealed(row);
            }
            copy.finish();
        }
    }

    /** Adds events to histories. */
    public static void place(Connection connection, List<ChainPlace> places) throws SQLException {
        String target = "journal_subject (subject_kind, subject_id, chain, number, log_index)";
        try (BinaryCopy copy = BinaryCopy.into(connection, target)) {
            for (ChainPlace place : places) {
                Subject subject = place.key().subject();
                copy.row(5)
                        .text(subject.kind())
                        .uuid(subject.id())
                        .text(place.key().chain().code())
                        .bigint(place.number())
                        .bigint(place.index());
            }
            copy.finish();
        }
    }

    /** Adds roots of tiles that became full. */
    public static void addNodes(Connection connection, List<TreeNode> nodes) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, "log_node (level, position, hash)")) {
            for (TreeNode node : nodes) {
                copy.row(3)
                        .smallint(node.level())
                        .bigint(node.position())
                        .bytea(node.hash().bytes());
            }
            copy.finish();
        }
    }

    private static ChainKey key(ResultSet row) throws SQLException {
        Subject subject = new Subject(row.getString(1), row.getObject(2, UUID.class));
        Chain chain = row.getString(3).equals(Chain.ACCESS.code()) ? Chain.ACCESS : Chain.CUSTODY;
        return new ChainKey(subject, chain);
    }
}
