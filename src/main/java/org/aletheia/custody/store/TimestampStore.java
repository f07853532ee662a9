package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which checkpoints are timestamped, and what authorities have given for them. With the rights of role aletheia_follower.
 * Rows are added; all that ever changes is that a token was published, once, and whose turn it is. Those of an earlier name of
 * the log are history: they are kept, and neither published nor asked for any more.
 */
public final class TimestampStore {
    /** As much as clocks of replicas may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('aletheia/timestamped-checkpoint', 0))";
    private static final String NEWEST = "select size, note, chosen_at from timestamped_checkpoint where size > "
            + SuccessionStore.EARLIER + " order by size desc limit 1";
    private static final String CHOOSE =
            "insert into timestamped_checkpoint (size, note, chosen_at) values (?, ?, ?) on conflict do nothing";
    private static final String TURN = """
            insert into timestamp_turn (authority, until) values (?, ?)
            on conflict (authority) do update set until = excluded.until
            where timestamp_turn.until <= ? or timestamp_turn.until > ?""";
    private static final String END = "update timestamp_turn set until = ? where authority = ?";
    private static final String HAS = "select 1 from checkpoint_timestamp where size = ? and authority = ?";
    private static final String KEEP = """
            insert into checkpoint_timestamp (size, authority, token, stated, kept_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String UNPUBLISHED = """
            select size, note, authority, token from checkpoint_timestamp join timestamped_checkpoint using (size)
            where authority = ? and published_at is null and size >\s""" + SuccessionStore.EARLIER + " order by size limit 16";
    private static final String PUBLISHED = """
            update checkpoint_timestamp set published_at = ?
            where size = ? and authority = ? and published_at is null""";
    private static final String LAST =
            "select size, stated from checkpoint_timestamp where authority = ? order by size desc limit 1";
    private static final String OWED = """
            with covered as (select greatest(coalesce(max(size), 0),\s""" + SuccessionStore.EARLIER + """
                             ) size from checkpoint_timestamp where authority = ? and published_at is not null),
                 head as (select published_size size from log_signed_head)
            select covered.size, least(
                (select min(chosen_at) from timestamped_checkpoint where size > covered.size),
                (select signed_at from log_checkpoint
                 where size > covered.size and size <= head.size order by size limit 1))
            from covered, head where head.size > covered.size""";
    private static final String FROM = """
            select size, note, authority, token from checkpoint_timestamp join timestamped_checkpoint using (size)
            where size >= ? and published_at is not null and size >\s""" + SuccessionStore.EARLIER + " order by size, authority limit ?";

    private final Transactions database;

    public TimestampStore(Transactions database) {
        this.database = database;
    }

    /** A checkpoint that is timestamped. */
    public record Chosen(long size, String note, Instant chosenAt) {
        /**
         * Whether it was chosen within that time. Where it seems to have been chosen in the future, a clock was ahead then or
         * is behind now, and it counts as old: it must not keep others from being chosen until that future has come.
         */
        public boolean within(Duration time, Instant now) {
            return chosenAt.isAfter(now.minus(time)) && !chosenAt.isAfter(now.plus(CLOCKS_DIFFER));
        }
    }

    /**
     * What an authority owes.
     *
     * @param covered events below its last published timestamp; 0 for none
     * @param since when the first checkpoint beyond was signed or chosen, by the clocks of then; empty where none was recorded
     */
    public record Owed(long covered, Optional<Instant> since) {}

    /** A token of an authority, and the note that it is about. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    public record Token(long size, String note, String authority, byte[] token) {}

    /** The last one of an authority, with the time that it states. */
    public record Last(long size, Instant stated) {}

    /** The largest that was chosen. */
    public Optional<Chosen> newest() {
        return database.onConnection(TimestampStore::newest);
    }

    /**
     * Chooses a checkpoint, unless somebody was faster.
     *
     * @param interval one that was chosen within it is taken instead
     * @return the one that is to be timestamped now
     */
    public Chosen choose(long size, String note, Instant now, Duration interval) {
        return database.commit(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
            Optional<Chosen> newest = newest(connection);
            if (newest.filter(chosen -> chosen.within(interval, now) || chosen.size() >= size)
                    .isPresent()) {
                return newest.get();
            }
            try (PreparedStatement insert = connection.prepareStatement(CHOOSE)) {
                insert.setLong(1, size);
                insert.setString(2, note);
                insert.setObject(3, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            return new Chosen(size, note, now);
        });
    }

    /**
     * Takes the turn to ask an authority; false while another replica has it, or the authority is left alone. An end that is
     * further away than any can be was written by a clock that was ahead, and counts for nothing.
     */
    public boolean takeTurn(String authority, Instant now, Instant until, Duration longest) {
        return database.onConnection(connection -> {
            try (PreparedStatement take = connection.prepareStatement(TURN)) {
                take.setString(1, authority);
                take.setObject(2, until.atOffset(ZoneOffset.UTC));
                take.setObject(3, now.atOffset(ZoneOffset.UTC));
                take.setObject(4, now.plus(longest).plus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC));
                return take.executeUpdate() == 1;
            }
        });
    }

    /** Ends the turn. @param until nobody asks before */
    public void endTurn(String authority, Instant until) {
        database.onConnection(connection -> {
            try (PreparedStatement end = connection.prepareStatement(END)) {
                end.setObject(1, until.atOffset(ZoneOffset.UTC));
                end.setString(2, authority);
                return end.executeUpdate();
            }
        });
    }

    /** Whether an authority has timestamped the checkpoint of that size. */
    public boolean has(long size, String authority) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HAS)) {
                select.setLong(1, size);
                select.setString(2, authority);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Keeps a token; false where there is one of that authority for that checkpoint. */
    public boolean keep(long size, String authority, byte[] token, Instant stated, Instant now) {
        return database.onConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                insert.setLong(1, size);
                insert.setString(2, authority);
                insert.setBytes(3, token);
                insert.setObject(4, stated.atOffset(ZoneOffset.UTC));
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Some of an authority's tokens that the bucket is not known to hold, smallest size first. */
    public List<Token> unpublished(String authority) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED)) {
                select.setString(1, authority);
                return tokens(select);
            }
        });
    }

    /** Records that the bucket holds a token. */
    public void published(long size, String authority, Instant now) {
        database.onConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement(PUBLISHED)) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setLong(2, size);
                update.setString(3, authority);
                return update.executeUpdate();
            }
        });
    }

    /** The last token of an authority. */
    public Optional<Last> last(String authority) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setString(1, authority);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Last(row.getLong(1), instant(row, 2))) : Optional.empty();
                }
            }
        });
    }

    /** What was published and lies beyond the last published timestamp of an authority; empty where nothing does. */
    public Optional<Owed> owed(String authority) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OWED)) {
                select.setString(1, authority);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Owed(
                                    row.getLong(1),
                                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Published tokens of checkpoints from that size on, in order of size and authority. */
    public List<Token> from(long size, int most) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FROM)) {
                select.setLong(1, size);
                select.setInt(2, most);
                return tokens(select);
            }
        });
    }

    private static Optional<Chosen> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Chosen(row.getLong(1), row.getString(2), instant(row, 3)))
                    : Optional.empty();
        }
    }

    private static List<Token> tokens(PreparedStatement select) throws SQLException {
        List<Token> tokens = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tokens.add(new Token(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getBytes(4)));
            }
        }
        return tokens;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
