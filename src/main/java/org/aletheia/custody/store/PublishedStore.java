package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.Hash;

/**
 * Which checkpoints were published under their size. Rows are added and never change. Those of an earlier name of the log are
 * history: they are kept and not given.
 */
public final class PublishedStore {
    private static final String INSERT =
            "insert into log_published (size, published_at) select unnest(?::bigint[]), ? on conflict do nothing";
    private static final String HAS =
            "select 1 from log_published where size = ? and size > " + SuccessionStore.EARLIER;
    private static final String FROM = """
            select p.size, p.published_at is not null, c.root from log_published p left join log_checkpoint c using (size)
            where p.size >= ? and p.size < ? and p.size >\s""" + SuccessionStore.EARLIER + " order by p.size limit ?";
    private static final String UNKNOWN = """
            select w.size from unnest(?::bigint[]) w (size)
            where not exists (select from log_published p where p.size = w.size and p.size >\s""" + SuccessionStore.EARLIER + ") order by w.size";

    private PublishedStore() {}

    /**
     * A published checkpoint.
     *
     * @param certain whether its object is known to have been there; else it was signed before such things were recorded
     * @param root of the tree that was signed; empty where this database does not know it, having been set back
     */
    public record Row(long size, boolean certain, Optional<Hash> root) {}

    /** Records that the bucket holds these checkpoints; those that are recorded stay as they are. */
    public static void add(Connection connection, Collection<Long> sizes, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", sizes.toArray()));
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Whether one of that size may have been published. */
    public static boolean has(Connection connection, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HAS)) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Those with from ≤ size < below, the smallest first. */
    public static List<Row> from(Connection connection, long from, long below, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FROM)) {
            select.setLong(1, from);
            select.setLong(2, below);
            select.setInt(3, most);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            rows.getLong(1),
                            rows.getBoolean(2),
                            Optional.ofNullable(rows.getBytes(3)).map(Hash::new)));
                }
            }
            return found;
        }
    }

    /** Those of some sizes that are not recorded. */
    public static List<Long> unknown(Connection connection, Collection<Long> sizes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNKNOWN)) {
            select.setArray(1, connection.createArrayOf("bigint", sizes.toArray()));
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }
}
