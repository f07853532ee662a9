package org.aletheia.local.stack.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aletheia.local.stack.data.Secrets;

/** What the administrator of the database does once: roles, and the database. Safe to repeat. */
record PostgresAdmin(int port, String user, String password) {

    static final String DATABASE = "aletheia";

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Sets the passwords anew each time, so that roles and the data folder's secrets cannot drift apart. */
    void prepare(Secrets secrets) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (PostgresRole role : PostgresRole.values()) {
                String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.login())
                        ? "ALTER"
                        : "CREATE";
                // names and passwords are our own letters and digits: nothing to quote
                statement.execute(
                        "%s ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '%s'"
                                .formatted(verb, role.login(), role.password(secrets)));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                statement.execute("CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE template0"
                        .formatted(DATABASE, PostgresRole.OWNER.login()));
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), user, password);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }
}
