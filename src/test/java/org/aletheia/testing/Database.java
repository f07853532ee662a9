package org.aletheia.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** This run's database, seen past the server: by role, by the owner, or whole. */
public final class Database {
    private Database() {}

    /** Runs a query with the rights of one of the server's roles. */
    public static void as(String role, String query) throws SQLException {
        Stack stack = Stack.running();
        String datasource = role.equals("aletheia_app") ? "" : role.replace("aletheia_", "") + ".";
        String password = stack.get("quarkus.datasource." + datasource + "password");
        try (Connection connection = DriverManager.getConnection(url(), role, password);
                Statement statement = connection.createStatement()) {
            statement.execute(query);
        }
    }

    /** Changes rows as the superuser, for whom no wall stands. */
    public static void owner(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Every table of every schema in which some row holds the text, as text or as bytes. */
    public static List<String> tablesHolding(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = superuser()) {
            for (String table : tables(connection)) {
                String sql = "select count(*) from " + table + " t where t::text like '%" + text
                        + "%' or t::text like '%" + hex + "%'";
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        String sql = "select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema')";
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static Connection superuser() throws SQLException {
        Stack stack = Stack.running();
        return DriverManager.getConnection(
                url(), stack.get("stack.postgres.admin-user"), stack.get("stack.postgres.admin-password"));
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }
}
