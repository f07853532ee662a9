package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * The two rows that say how far the log has come: that of the tree, which the sequencer holds while it adds events, and that
 * of what was signed and published, which therefore waits for nobody. Each step is a compare-and-swap on the value it moves.
 */
public final class HeadStore {
    private static final String SELECT = """
            select frontier, signed_size, signed_checkpoint, published_size, published_checkpoint, log.name, vkeys,
                (select count(*) from log_key_list list where list.origin = log.name)
            from log_head cross join log_signed_head signed
            cross join lateral (select coalesce(signed.origin, (select min(origin) from log_key_list))) log (name)""";
    private static final String HOLD = "select from log_head where size = ? for update";
    private static final String ADVANCE = "update log_head set size = ?, root = ?, frontier = ? where size = ?";
    private static final String SIGNED = """
            update log_signed_head set signed_size = ?, signed_checkpoint = ?, origin = ?, vkeys = ?
            where signed_size = ? and (origin is null or origin = ?) and (select size from log_head) >= ?""";
    private static final String CHECKPOINT = """
            insert into log_checkpoint (size, root, signed_at) values (?, ?, ?) on conflict do nothing""";
    private static final String LAST_SIGNED = "select signed_at from log_checkpoint order by size desc limit 1";
    private static final String PUBLISHED = """
            update log_signed_head set published_size = ?, published_checkpoint = ?
            where published_size < ? and origin = ?""";
    private static final String SUCCEEDED = """
            update log_signed_head set origin = ?, vkeys = null, signed_size = -1, signed_checkpoint = null,
                published_size = -1, published_checkpoint = null
            where (origin is null or origin = ?) and signed_size = ?""";
    private static final String NOT_WAITING = "set local synchronous_commit to off";
    private static final String COSIGNED =
            "update log_signed_head set published_checkpoint = ? where published_checkpoint = ?";

    private HeadStore() {}

    /** As it is now. */
    public static LogHead read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            String vkeys = row.getString(7);
            return new LogHead(
                    Frontier.parse(row.getBytes(1)),
                    row.getLong(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    vkeys == null ? List.of() : vkeys.lines().toList(),
                    row.getInt(8));
        }
    }

    /** Keeps the tree at this size until the transaction ends; false where it no longer has it. Waits for who holds it. */
    public static boolean hold(Connection connection, long size) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setLong(1, size);
            try (ResultSet row = hold.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Moves the tree from one size to a larger one; false where it no longer has the old size. */
    public static boolean advance(Connection connection, long oldSize, Frontier frontier) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            TreeHead head = frontier.head();
            update.setLong(1, head.size());
            update.setBytes(2, head.root().bytes());
            update.setBytes(3, frontier.toBytes());
            update.setLong(4, oldSize);
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Records a signed checkpoint.
     *
     * @param before the signed size that the signer started from
     * @return false where somebody else has signed meanwhile, or the log has got another name
     */
    public static boolean signed(Connection connection, long before, SignedHead signed, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SIGNED)) {
            update.setLong(1, signed.head().size());
            update.setString(2, signed.note());
            update.setString(3, signed.origin());
            update.setString(4, String.join("\n", signed.vkeys()));
            update.setLong(5, before);
            update.setString(6, signed.origin());
            update.setLong(7, signed.head().size());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(CHECKPOINT)) {
            insert.setLong(1, signed.head().size());
            insert.setBytes(2, signed.head().root().bytes());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return true;
    }

    /** When a tree was last signed, by the clock of whoever did; empty before the first time. */
    public static Optional<Instant> lastSigned(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(LAST_SIGNED);
                ResultSet row = last.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    /**
     * Records that the bucket holds this checkpoint; false where it is known to hold one at least as large, or the log has got
     * another name. The commit of this transaction does not wait for the disk: what a crash makes the database forget, the next
     * publication reads from the bucket.
     */
    public static boolean published(Connection connection, String origin, long size, @Nullable String note)
            throws SQLException {
        try (PreparedStatement eased = connection.prepareStatement(NOT_WAITING)) {
            eased.execute();
        }
        try (PreparedStatement update = connection.prepareStatement(PUBLISHED)) {
            update.setLong(1, size);
            update.setString(2, note);
            update.setLong(3, size);
            update.setString(4, origin);
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Gives the log another name, under which nothing is signed yet.
     *
     * @param before as it was read
     * @return false where something was signed meanwhile, or it has another name already
     */
    public static boolean succeeded(Connection connection, LogHead before, String origin) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SUCCEEDED)) {
            update.setString(1, origin);
            update.setString(2, before.origin());
            update.setLong(3, before.signedSize());
            return update.executeUpdate() == 1;
        }
    }

    /** Records more cosignatures of the published checkpoint; false where it is not this one any more. */
    public static boolean cosigned(Connection connection, String before, String note) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COSIGNED)) {
            update.setString(1, note);
            update.setString(2, before);
            return update.executeUpdate() == 1;
        }
    }
}
