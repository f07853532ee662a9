package org.aletheia.platform.keys.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.platform.keys.WrappingKey;
import org.jspecify.annotations.Nullable;

/** Which key-encryption keys wrapped and wrap, in plain JDBC for servers and commands; with the rights of role aletheia_app. */
public final class WrappingKeyRows {
    private static final String ALL =
            "select number, name, since, complete_at, retired_at from key_encryption_key order by number";
    private static final String ADD = """
            insert into key_encryption_key (number, name, since, complete_at) values (?, ?, ?, ?)
            on conflict do nothing""";
    private static final String COMPLETE = """
            update key_encryption_key set complete_at = ? where number = ? and complete_at is null
            and not exists (select from unit_key where wrapped_by = any (?))""";
    private static final String RETIRE =
            "update key_encryption_key set retired_at = ? where name = ? and retired_at is null";
    private static final String WRAPPED =
            "select wrapped_by, count(*) from unit_key where wrapped_by is not null group by wrapped_by";
    private static final String COPIES_DUE =
            "select exists (select from unit_key where copy_due is not null and copy_due <= ?)";

    private WrappingKeyRows() {}

    /** The oldest first. */
    public static List<WrappingKey> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            List<WrappingKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new WrappingKey(
                        rows.getInt(1), rows.getString(2), time(rows, 3), optional(rows, 4), optional(rows, 5)));
            }
            return keys;
        }
    }

    /** Adds one; false where there is one of that number or name. */
    public static boolean add(Connection connection, WrappingKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setInt(1, key.number());
            insert.setString(2, key.name());
            insert.setObject(3, utc(key.since()));
            insert.setObject(4, key.completeAt() == null ? null : utc(key.completeAt()));
            return insert.executeUpdate() == 1;
        }
    }

    /** Notes that no older key wraps anything; false where one does, or where this was noted. */
    public static boolean complete(Connection connection, int number, Collection<String> older, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COMPLETE)) {
            update.setObject(1, utc(now));
            update.setInt(2, number);
            update.setArray(3, connection.createArrayOf("text", older.toArray()));
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Keeps others from writing unit keys until the transaction ends, so that what it sees wrapped stays so.
     *
     * @throws SQLException also where they do not let go within five seconds
     */
    public static void hold(Connection connection) throws SQLException {
        try (PreparedStatement patience = connection.prepareStatement("set local lock_timeout = '5s'");
                PreparedStatement lock = connection.prepareStatement("lock table unit_key in share mode")) {
            patience.execute();
            lock.execute();
        }
    }

    /** Lets nothing be wrapped under it from the commit on. */
    public static boolean retire(Connection connection, String name, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RETIRE)) {
            update.setObject(1, utc(now));
            update.setString(2, name);
            return update.executeUpdate() == 1;
        }
    }

    /** How many unit keys each key-encryption key wraps; reads an index of all of them. */
    public static Map<String, Long> wrapped(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WRAPPED);
                ResultSet rows = select.executeQuery()) {
            Map<String, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /** Whether the keys bucket lacks what a row says by now, a tombstone under the newest key included. */
    public static boolean anyCopyDue(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COPIES_DUE)) {
            select.setObject(1, utc(now));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
