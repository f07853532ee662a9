package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Subject;
import org.postgresql.PGStatement;

/** Events on their way into the journal. */
public final class PendingStore {
    private static final String TARGET =
            "journal_pending (event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical)";
    private static final String INSERT = "insert into " + TARGET + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    /** From so many rows on, what a COPY costs by itself is less than what it spares. */
    private static final int COPIED = 16;

    private static final String FIRST = "select arrival from journal_pending order by arrival limit 1";

    /** What the driver takes for: never kept. A plan for the empty table would read all of a full one. */
    private static final int PLANNED_EACH_TIME = 0;

    private PendingStore() {}

    /** Inserts the rows, in their order and a few round trips at most, as part of the connection's transaction. */
    public static void insert(Connection connection, Collection<SealedRow> rows) throws SQLException {
        if (rows.size() >= COPIED) {
            copy(connection, rows);
        } else {
            insertEach(connection, rows);
        }
    }

    private static void copy(Connection connection, Collection<SealedRow> rows) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, TARGET)) {
            for (SealedRow row : rows) {
                copy.row(SealedRow.COLUMNS).sealed(row);
            }
            copy.finish();
        }
    }

    private static void insertEach(Connection connection, Collection<SealedRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (SealedRow row : rows) {
                bind(connection, insert, row);
                if (rows.size() == 1) {
                    insert.executeUpdate();
                    return;
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Whether any row waits. By the index, which soon passes over rows that are gone; the table itself is full of them. */
    public static boolean any(Connection connection) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(FIRST)) {
            first.unwrap(PGStatement.class).setPrepareThreshold(PLANNED_EACH_TIME);
            try (ResultSet row = first.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How many rows wait, counted no further than the limit. */
    public static long count(Connection connection, int limit) throws SQLException {
        String sql = "select count(*) from (select 1 from journal_pending limit ?) waiting";
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setInt(1, limit);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A row whose first eight columns are those of an event. */
    static SealedRow row(ResultSet row) throws SQLException {
        return new SealedRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                subjects(row, 4),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8));
    }

    /**
     * Subjects of which the kinds are in this column, the ids in the next. None where there are not as many of the one as of the
     * other: past the application a row can be written so, which is to stop nobody and to be found by comparing it with its event.
     */
    static List<Subject> subjects(ResultSet row, int column) throws SQLException {
        String[] kinds = (String[]) row.getArray(column).getArray();
        UUID[] ids = (UUID[]) row.getArray(column + 1).getArray();
        if (kinds.length != ids.length) {
            return List.of();
        }
        List<Subject> subjects = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            subjects.add(new Subject(kinds[i], ids[i]));
        }
        return subjects;
    }

    private static void bind(Connection connection, PreparedStatement insert, SealedRow row) throws SQLException {
        List<Subject> subjects = row.subjects();
        insert.setObject(1, row.eventId());
        insert.setString(2, row.type());
        insert.setString(3, row.group());
        insert.setArray(
                4,
                connection.createArrayOf(
                        "text", subjects.stream().map(Subject::kind).toArray(String[]::new)));
        insert.setArray(
                5,
                connection.createArrayOf(
                        "uuid", subjects.stream().map(Subject::id).toArray(UUID[]::new)));
        insert.setBytes(6, row.seed());
        insert.setBytes(7, row.entry());
        insert.setBytes(8, row.canonical());
    }
}
