package org.aletheia.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running test server's database as its superuser sees it: past every wall. */
public final class AdminDatabase {
    private AdminDatabase() {}

    /** A connection; the caller closes it. */
    public static Connection connect() throws SQLException {
        Stack stack = Stack.running();
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                stack.get("stack.postgres.admin-user"),
                stack.get("stack.postgres.admin-password"));
    }

    /** The first column of every row, as text. */
    public static List<String> column(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tries to change something, in a transaction that is not kept. */
    public static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            connection.rollback();
        }
    }

    /** Types of the events about a record, in the order in which they happened, also those that await their index. */
    public static List<String> eventsOf(java.util.UUID record) {
        return column("""
                select event_type from (
                    select event_type, log_index as place, 0 as later from journal where ? = any(subject_ids)
                    union all
                    select event_type, arrival, 1 from journal_pending where ? = any(subject_ids)) events
                order by later, place""", record, record);
    }
}
