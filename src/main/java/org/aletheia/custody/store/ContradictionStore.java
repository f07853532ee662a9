package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aletheia.kernel.Ids;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignDecision.Contradiction;
import org.aletheia.transparency.Hash;

/** What other logs have signed that does not belong together. Rows are added and never change. */
public final class ContradictionStore {
    /** More of one log and kind prove nothing more, and whoever sends them could fill the database. */
    private static final int MOST = 1000;

    private static final String INSERT = """
            insert into witness_contradiction (id, origin, kind, last_size, last_note, offered_size, offered_root,
                                               offered_note, old_size, proof, found_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where (select count(*) from witness_contradiction where origin = ? and kind = ?) < ?
            on conflict do nothing""";
    private static final String KEPT = """
            select 1 from witness_contradiction
            where origin = ? and kind = ? and offered_size = ? and offered_root = ?""";
    private static final String TALLY =
            "select origin, kind, count(*), max(found_at) from witness_contradiction group by origin, kind";

    private ContradictionStore() {}

    /** How many there are of one log and kind. */
    public record Tally(String origin, String kind, long count, Instant lastFound) {}

    /** What became of one. */
    public enum Outcome {
        /** It is kept from now on. */
        KEPT,
        /** It was kept before. */
        KNOWN,
        /** It is not kept: there are a thousand others of that log and kind. */
        FULL
    }

    /** Keeps one. */
    public static Outcome add(Connection connection, Contradiction found, Instant now) throws SQLException {
        Checkpoint last = Checkpoint.parse(found.last().text());
        Checkpoint offered = found.offered().checkpoint();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, Ids.timeOrdered());
            insert.setString(2, offered.origin());
            insert.setString(3, found.kind().code());
            insert.setLong(4, last.size());
            insert.setString(5, found.last().format());
            insert.setLong(6, offered.size());
            insert.setBytes(7, offered.root().bytes());
            insert.setString(8, found.offered().note().format());
            insert.setLong(9, found.offered().oldSize());
            insert.setString(10, lines(found.offered().path()));
            insert.setObject(11, now.atOffset(ZoneOffset.UTC));
            insert.setString(12, offered.origin());
            insert.setString(13, found.kind().code());
            insert.setInt(14, MOST);
            if (insert.executeUpdate() == 1) {
                return Outcome.KEPT;
            }
        }
        return isKept(connection, found.kind(), offered) ? Outcome.KNOWN : Outcome.FULL;
    }

    private static boolean isKept(Connection connection, Contradiction.Kind kind, Checkpoint offered)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setString(1, offered.origin());
            select.setString(2, kind.code());
            select.setLong(3, offered.size());
            select.setBytes(4, offered.root().bytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How many there are. */
    public static List<Tally> tally(Connection connection) throws SQLException {
        List<Tally> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TALLY);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Tally(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
        }
        return found;
    }

    private static String lines(List<Hash> path) {
        return path.stream().map(Hash::base64).collect(Collectors.joining("\n"));
    }
}
