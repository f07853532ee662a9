package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.TreeHead;

/** Which checkpoint of each other log was cosigned last. Each step is a compare-and-swap on the one before. */
public final class CosignedStore {
    private static final String SELECT = "select note from witness_checkpoint where origin = ?";
    private static final String FIRST = """
            insert into witness_checkpoint (size, root, note, cosigned_at, origin)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String NEXT = """
            update witness_checkpoint set size = ?, root = ?, note = ?, cosigned_at = ?
            where origin = ? and size = ? and root = ?""";

    private CosignedStore() {}

    /** The note that was kept last for a log. */
    public static Optional<String> last(Connection connection, String origin) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, origin);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Keeps a checkpoint in place of the last one.
     *
     * @param last the tree that was cosigned last; empty for none
     * @return false where that is no longer the last one
     */
    public static boolean keep(
            Connection connection, Optional<TreeHead> last, Checkpoint checkpoint, String note, Instant now)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(last.isEmpty() ? FIRST : NEXT)) {
            write.setLong(1, checkpoint.size());
            write.setBytes(2, checkpoint.root().bytes());
            write.setString(3, note);
            write.setObject(4, now.atOffset(ZoneOffset.UTC));
            write.setString(5, checkpoint.origin());
            if (last.isPresent()) {
                write.setLong(6, last.get().size());
                write.setBytes(7, last.get().root().bytes());
            }
            return write.executeUpdate() == 1;
        }
    }
}
