package org.aletheia.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole estate asks of items and their renditions: all of them, page by page, with the follower's role.
 * Plain JDBC.
 */
public final class EstateItems {
    private static final String PAGE = """
            select id, item, rendition, receipt_event, receipt_entry, object_id, unit_key, content_format, length, sha256, sha512,
                   sealed_length, sealed_sha256, disposed is not null as disposed
            from stored_content where %1$s > ? order by %1$s limit ?""";
    private static final String BY_ID = PAGE.formatted("id");
    private static final String BY_OBJECT = PAGE.formatted("object_id");
    private static final String KNOWN = "select object_id from stored_content where object_id = any (?)";

    private final DataSource follower;

    /** @param follower with the rights of role aletheia_follower */
    public EstateItems(DataSource follower) {
        this.follower = follower;
    }

    /**
     * What a row says of its bytes and of the event by which they came.
     *
     * @param id of the item or rendition
     * @param item under whose key they are sealed, and in whose history that event is
     * @param rendition null for the item itself
     * @param disposed whether bytes and key are to be gone
     */
    public record Stored(
            UUID id,
            UUID item,
            @Nullable UUID rendition,
            ReceiptEvent receipt,
            StoredContent content,
            boolean disposed) {
        /** What it is, for findings. */
        public String name() {
            return (rendition == null ? "item " : "rendition ") + id;
        }
    }

    /** Items and renditions in the order of their ids. */
    public List<Stored> after(UUID id, int limit) {
        return page(BY_ID, id, limit);
    }

    /** Items and renditions in the order of the ids of their objects, which is that of the bucket. */
    public List<Stored> afterObject(UUID objectId, int limit) {
        return page(BY_OBJECT, objectId, limit);
    }

    /** Those of the objects that an item or rendition names. */
    public Set<UUID> known(Collection<UUID> objectIds) {
        try (Connection connection = follower.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("uuid", objectIds.toArray()));
            Set<UUID> found = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Stored> page(String sql, UUID after, int limit) {
        try (Connection connection = follower.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, after);
            select.setInt(2, limit);
            List<Stored> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(stored(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    static Stored stored(ResultSet row) throws SQLException {
        byte[] sha512 = row.getBytes("sha512");
        ReceiptEvent receipt =
                new ReceiptEvent(row.getObject("receipt_event", UUID.class), sha256(row, "receipt_entry"));
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("item", UUID.class),
                row.getObject("rendition", UUID.class),
                receipt,
                new StoredContent(
                        row.getObject("object_id", UUID.class),
                        row.getLong("length"),
                        sha256(row, "sha256"),
                        sha512 == null ? null : new Digest(DigestAlgorithm.SHA_512, sha512),
                        row.getLong("sealed_length"),
                        sha256(row, "sealed_sha256"),
                        row.getObject("unit_key", UUID.class),
                        row.getInt("content_format")),
                row.getBoolean("disposed"));
    }

    private static Digest sha256(ResultSet row, String column) throws SQLException {
        return new Digest(DigestAlgorithm.SHA_256, row.getBytes(column));
    }
}
