package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.postgresql.PGStatement;

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

    /**
     * The rows do not leave the database: what they hold goes from the one table to the other. They are found once, and removed
     * where they lie: the index is walked past all that are gone and not yet vacuumed away.
     */
    private static final String ORDER = """
            with taken as (
                delete from journal_pending
                where ctid = any (array(select ctid from journal_pending order by arrival limit ?))
                returning *),
            ordered as (select *, ? + row_number() over (order by arrival) - 1 as log_index from taken),
            added as (
                insert into journal
                    (log_index, event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical)
                select log_index, event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical
                from ordered)
            select event_group, subject_kinds, subject_ids, entry,
                case when event_group = 'access' then aletheia_organisation(canonical) end
            from ordered order by log_index""";

    /**
     * Pending rows are none now and a million after an outage: a plan that was kept from the one would read all of them for
     * each batch of the other.
     */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    /** What the driver takes for: answers in binary form from the first time on. As text, bytes cost twice the time. */
    private static final int BINARY_AT_ONCE = -1;

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

    /**
     * Moves the events that arrived first, among those that are visible, into the journal at consecutive indexes. What was
     * committed before another event began stands before it; nothing more is said of their order. Nobody else may be at it:
     * hold the head ({@link HeadStore#hold}).
     *
     * @param limit most events
     * @return what they are to the tree and the histories, in their order
     */
    public static List<OrderedEvent> order(Connection connection, long firstIndex, int limit) throws SQLException {
        try (PreparedStatement plan = connection.prepareStatement(PLAN_ANEW)) {
            plan.execute();
        }
        try (PreparedStatement order = connection.prepareStatement(ORDER)) {
            order.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            order.setInt(1, limit);
            order.setLong(2, firstIndex);
            List<OrderedEvent> events = new ArrayList<>();
            try (ResultSet rows = order.executeQuery()) {
                while (rows.next()) {
                    events.add(new OrderedEvent(
                            Chain.ofGroup(rows.getString(1)),
                            rows.getObject(5, UUID.class),
                            PendingStore.subjects(rows, 2),
                            rows.getBytes(4)));
                }
            }
            return events;
        }
    }

    /** Appends entries of which nothing waits in the database, at consecutive indexes. */
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
        String target = "journal_subject (subject_kind, subject_id, chain, number, log_index, organisation)";
        try (BinaryCopy copy = BinaryCopy.into(connection, target)) {
            for (ChainPlace place : places) {
                Subject subject = place.key().subject();
                copy.row(6)
                        .text(subject.kind())
                        .uuid(subject.id())
                        .text(place.key().chain().code())
                        .bigint(place.number())
                        .bigint(place.index())
                        .uuid(place.organisation());
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
