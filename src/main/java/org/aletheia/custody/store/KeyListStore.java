package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;

/** The lists of the log's keys with their signed heads, as text. */
public final class KeyListStore {
    private static final String ALL = "select list from log_key_list where origin = ? order by number";
    private static final String ADD =
            "insert into log_key_list (number, list, added_at) values (?, ?, ?) on conflict (origin, number) do nothing";
    private static final String UNPUBLISHED = """
            select exists (select from journal_pending where event_type = ?)
                or exists (select from journal
                    where event_type = ? and log_index >= (select published_size from log_signed_head))""";

    private static final String EVENTS = """
            select seed, canonical from journal where event_type = ?
            union all select seed, canonical from journal_pending where event_type = ?""";

    private KeyListStore() {}

    /** Every event of a type, those that wait for their index included; reads the whole journal. */
    public static List<Event> events(Connection connection, String type) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
            select.setString(1, type);
            select.setString(2, type);
            try (ResultSet rows = select.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(SealedEvent.restore(rows.getBytes(2), new EventSeed(rows.getBytes(1)))
                            .event());
                }
                return events;
            }
        }
    }

    /** Those of one log, the first one first. */
    public static List<String> all(Connection connection, String origin) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, origin);
            try (ResultSet rows = select.executeQuery()) {
                List<String> lists = new ArrayList<>();
                while (rows.next()) {
                    lists.add(rows.getString(1));
                }
                return lists;
            }
        }
    }

    /** Adds one; false where there is one of that log and number. */
    public static boolean add(Connection connection, int number, String list, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setInt(1, number);
            insert.setString(2, list);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** Whether an event of this type is in no published tree yet. */
    public static boolean anyUnpublished(Connection connection, String eventType) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED)) {
            select.setString(1, eventType);
            select.setString(2, eventType);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
