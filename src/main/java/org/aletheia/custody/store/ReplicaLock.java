package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Keeps replicas from doing the same work at the same time. Saves work and guards nothing: it is lost with its
 * connection, without notice.
 */
public final class ReplicaLock {
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";

    private final Transactions database;
    private final String name;

    public ReplicaLock(Transactions database, String name) {
        this.database = database;
        this.name = "aletheia/" + name;
    }

    /** What the work returns; false without running it where another replica is at it. Holds a connection meanwhile. */
    public boolean run(BooleanSupplier work) {
        return database.onConnection(connection -> {
            if (!ask(connection, LOCK)) {
                return false;
            }
            try {
                return work.getAsBoolean();
            } finally {
                ask(connection, UNLOCK);
            }
        });
    }

    private boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
