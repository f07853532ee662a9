package org.aletheia.custody.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Timestamps that the bucket holds, and that may therefore be handed out. Needs no more than to read. Those of an earlier name
 * of the log are about checkpoints of that name and are left out.
 */
public final class TimestampView {
    private static final String NOTE = """
            select note from timestamped_checkpoint checkpoint where size = ? and exists (
                select from checkpoint_timestamp stamp
                where stamp.size = checkpoint.size and stamp.published_at is not null)
            and size >\s""" + SuccessionStore.EARLIER;
    private static final String TOKEN = """
            select token from checkpoint_timestamp
            where size = ? and authority = ? and published_at is not null and size >\s""" + SuccessionStore.EARLIER;
    private static final String LATEST = """
            select distinct on (authority) authority, size from checkpoint_timestamp
            where published_at is not null and size >\s""" + SuccessionStore.EARLIER + " order by authority, size desc";
    private static final String COVERING = """
            select min(size) from checkpoint_timestamp
            where size > ? and published_at is not null and size >\s""" + SuccessionStore.EARLIER;
    private static final String OF_SIZE = """
            select size, note, authority, token from checkpoint_timestamp join timestamped_checkpoint using (size)
            where size = ? and published_at is not null order by authority""";

    private final Transactions database;

    public TimestampView(Transactions database) {
        this.database = database;
    }

    /** Whose last timestamp is about which size. */
    public record Latest(String authority, long size) {}

    /** The note of a timestamped checkpoint, as it was timestamped. */
    public Optional<String> note(long size) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NOTE)) {
                select.setLong(1, size);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** The token of an authority for the checkpoint of that size. */
    public Optional<byte[]> token(long size, String authority) {
        return database.onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TOKEN)) {
                select.setLong(1, size);
                select.setString(2, authority);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** The last of each authority that ever gave one, in the order of their names. */
    public List<Latest> latest() {
        return database.onConnection(connection -> {
            List<Latest> latest = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LATEST);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    latest.add(new Latest(rows.getString(1), rows.getLong(2)));
                }
            }
            return latest;
        });
    }

    /** All timestamps of the first timestamped checkpoint whose tree holds an index; none before there is one. */
    public List<TimestampStore.Token> covering(long index) {
        return database.onConnection(connection -> {
            List<TimestampStore.Token> tokens = new ArrayList<>();
            try (PreparedStatement first = connection.prepareStatement(COVERING);
                    PreparedStatement select = connection.prepareStatement(OF_SIZE)) {
                first.setLong(1, index);
                try (ResultSet row = first.executeQuery()) {
                    row.next();
                    select.setLong(1, row.getLong(1)); // 0 for none, which is never timestamped
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        tokens.add(new TimestampStore.Token(
                                rows.getLong(1), rows.getString(2), rows.getString(3), rows.getBytes(4)));
                    }
                }
            }
            return tokens;
        });
    }
}
