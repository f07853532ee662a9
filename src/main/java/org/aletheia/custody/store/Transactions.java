package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Transactions on connections of their own, apart from those of requests. */
public final class Transactions {
    private final DataSource database;

    public Transactions(DataSource database) {
        this.database = database;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Runs them. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work and commits; rolls back when it throws.
     *
     * @throws DatabaseFailure where a statement or the commit failed; after a failed commit either outcome is possible
     */
    public <T> T commit(Work<T> work) {
        return onConnection(connection -> {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                end(connection, done);
            }
        });
    }

    /**
     * Runs statements that each stand alone.
     *
     * @throws DatabaseFailure where one failed
     */
    public <T> T onConnection(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void end(Connection connection, boolean done) {
        try {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is broken, and with it the transaction; the first failure says more.
        }
    }
}
