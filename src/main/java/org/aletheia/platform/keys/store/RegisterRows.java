package org.aletheia.platform.keys.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.RegisteredKey;
import org.aletheia.platform.persistence.DatabaseFailure;

/** The register's rows for a command that runs without the server, in plain JDBC; reads alone. */
public final class RegisterRows {
    private static final String FIND = """
            select id, purpose, subject, revision, wrapped_by, wrapped, created_at, destroyed_at, copy_due is not null
            from unit_key where id = any (?)""";

    private final DataSource application;

    /** @param application with the rights of role aletheia_app; followers do not see the table */
    public RegisterRows(DataSource application) {
        this.application = application;
    }

    /** A row. @param copyDue whether the bucket need not have it yet */
    public record Row(RegisteredKey key, boolean copyDue) {}

    /** Those of the keys that there are. */
    public Map<UUID, Row> find(Collection<UUID> ids) {
        try (Connection connection = application.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Row> found = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Row row = new Row(key(rows), rows.getBoolean(9));
                    found.put(row.key().id(), row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static RegisteredKey key(ResultSet row) throws SQLException {
        String by = row.getString(5);
        byte[] wrapped = row.getBytes(6);
        OffsetDateTime destroyed = row.getObject(8, OffsetDateTime.class);
        return new RegisteredKey(
                row.getObject(1, UUID.class),
                KeyPurpose.ofCode(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getInt(4),
                by == null || wrapped == null ? null : new RegisteredKey.Wrapping(by, wrapped),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                destroyed == null ? null : destroyed.toInstant());
    }
}
