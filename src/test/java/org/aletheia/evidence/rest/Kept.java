package org.aletheia.evidence.rest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.Stack;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is truly kept: rows seen as the database's superuser, objects seen in the bucket. */
final class Kept {
    private Kept() {}

    static long rows(String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = statement(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often the journal tells of a view of a record. */
    static long views(String record) {
        return rows(
                "select count(*) from (select event_type, subject_ids from journal union all"
                        + " select event_type, subject_ids from journal_pending) e"
                        + " where event_type = 'CE-ACCESS-VIEW' and ? = any (subject_ids)",
                UUID.fromString(record));
    }

    static void change(String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = statement(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> objects(ObjectStores stores) {
        List<String> keys = new ArrayList<>();
        stores.of(Bucket.EVIDENCE).list("", object -> keys.add(object.key()));
        return keys;
    }

    /** An item whose stored bytes were changed at one place, without a trace. */
    static String tampered(ObjectStores stores, byte[] content, int at) {
        List<String> before = objects(stores);
        String item = Evidence.item("documenter", content, Map.of());
        String key = objects(stores).stream()
                .filter(object -> !before.contains(object))
                .findFirst()
                .orElseThrow();
        ObjectStore store = stores.of(Bucket.EVIDENCE);
        byte[] sealed = store.readAll(key, content.length + (1 << 20));
        sealed[at] ^= 1;
        store.put(key, sealed, "application/octet-stream");
        return item;
    }

    static List<String> pendingUploads(ObjectStores stores) {
        List<String> keys = new ArrayList<>();
        stores.of(Bucket.EVIDENCE).listPending("", upload -> keys.add(upload.key()));
        return keys;
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Connection connection() throws SQLException {
        Stack stack = Stack.running();
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(
                url, stack.get("stack.postgres.admin-user"), stack.get("stack.postgres.admin-password"));
    }
}
