package org.aletheia.local.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** How far a log has come, as its database says; and the way to make its sequencer wait. */
final class LogState implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);
    private static final String SEQUENCING = "(hashtextextended('aletheia/sequencing', 0))";

    private final Connection connection;

    LogState(Connection connection) {
        this.connection = connection;
    }

    /** Returns once all events that were committed are in the journal and published. */
    void awaitPublished() throws Exception {
        await("""
                select not exists (select from journal_pending)
                    and (select published_size = size from log_head cross join log_signed_head)""");
    }

    /** Returns once the condition holds, as soon as may be. @param condition a query with one boolean */
    void await(String condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!value(condition).equals("t")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("in vain: " + condition);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** As another replica that is at it would. */
    void holdSequencing() throws SQLException {
        value("select pg_advisory_lock" + SEQUENCING);
    }

    void releaseSequencing() throws SQLException {
        value("select pg_advisory_unlock" + SEQUENCING);
    }

    long size() throws SQLException {
        return Long.parseLong(value("select size from log_head"));
    }

    /** Index of each event from this index on. */
    Map<UUID, Long> indexes(long from) throws SQLException {
        Map<UUID, Long> indexes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select event_id, log_index from journal where log_index >= " + from)) {
            while (rows.next()) {
                indexes.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return indexes;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
