package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;

/** Which names the log had before the present one. Rows are added and never change. */
public final class SuccessionStore {
    /** Trees up to this size were signed under an earlier name, all larger ones under the present; -1 where there is none. */
    static final String EARLIER = "(select coalesce(max(first_index), -1) from log_succession)";

    private static final String ALL =
            "select first_index, predecessor, origin, last_note from log_succession order by first_index";
    private static final String ADD = """
            insert into log_succession (first_index, predecessor, origin, last_note, signed_checkpoint,
                                        published_checkpoint, vkeys, succeeded_at)
            select ?, ?, ?, ?, signed_checkpoint, published_checkpoint, vkeys, ? from log_signed_head""";
    private static final String NAMES = """
            select origin from log_key_list
            union select predecessor from log_succession union select origin from log_succession
            union select origin from log_signed_head where origin is not null""";
    private static final String TOLD = "select log_index, seed, canonical from journal where event_type = ?";

    private SuccessionStore() {}

    /**
     * One change of the name.
     *
     * @param firstIndex of the event that tells of it
     * @param predecessor the earlier name
     * @param origin the name since then
     * @param lastNote the checkpoint of the earlier log that was seen last
     */
    public record Row(long firstIndex, String predecessor, String origin, String lastNote) {}

    /** An event that tells of a change. */
    public record Told(long index, Event event) {}

    /** The first one first. */
    public static List<Row> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Row(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return found;
        }
    }

    /** Adds one, with what the signed head says now: before that is changed. */
    public static void add(Connection connection, Row row, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, row.firstIndex());
            insert.setString(2, row.predecessor());
            insert.setString(3, row.origin());
            insert.setString(4, row.lastNote());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Every name under which this database knows anything to have been signed. */
    public static Set<String> names(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMES);
                ResultSet rows = select.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Every event of a type in the journal; reads the whole journal. */
    public static List<Told> told(Connection connection, String type) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOLD)) {
            select.setString(1, type);
            try (ResultSet rows = select.executeQuery()) {
                List<Told> found = new ArrayList<>();
                while (rows.next()) {
                    EventSeed seed = new EventSeed(rows.getBytes(2));
                    found.add(new Told(
                            rows.getLong(1),
                            SealedEvent.restore(rows.getBytes(3), seed).event()));
                }
                return found;
            }
        }
    }
}
