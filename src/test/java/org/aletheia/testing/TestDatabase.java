package org.aletheia.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of its own on the stack's PostgreSQL, dropped at the end. */
public final class TestDatabase implements AutoCloseable {
    private final Stack stack;
    private final String name;

    private TestDatabase(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** @param name letters, digits and underscores */
    public static TestDatabase create(Stack stack, String name) throws SQLException {
        TestDatabase database = new TestDatabase(stack, name);
        database.admin("create database " + name + " owner aletheia_owner encoding 'UTF8' template template0");
        return database;
    }

    /** The address for any role. */
    public String url() {
        String admin = stack.get("stack.postgres.admin-url");
        return admin.substring(0, admin.lastIndexOf('/') + 1) + name;
    }

    /** Remembers it as it is now; nobody may be connected. */
    public void backUp() throws SQLException {
        admin("create database " + name + "_backup owner aletheia_owner template " + name);
    }

    /** Sets it back to what was remembered; who is connected is thrown out. */
    public void restore() throws SQLException {
        admin("drop database " + name + " with (force)");
        admin("create database " + name + " owner aletheia_owner template " + name + "_backup");
    }

    @Override
    public void close() throws SQLException {
        admin("drop database if exists " + name + "_backup with (force)");
        admin("drop database if exists " + name + " with (force)");
    }

    private void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        stack.get("stack.postgres.admin-url"),
                        stack.get("stack.postgres.admin-user"),
                        stack.get("stack.postgres.admin-password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
