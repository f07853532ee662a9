package org.aletheia.evidence.bulk.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.evidence.bulk.ExternalId;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Table {@code external_id}: behind the wall of the organisation, written with the records that it names. */
@Singleton
public class ExternalIds {
    private static final String FIND = """
            select kind, external_id, record_id, line from external_id
            where owner_org = ? and external_id = any (?)""";
    private static final String INSERT =
            "insert into external_id (owner_org, kind, external_id, record_id, line) values (?, ?, ?, ?, ?)";

    private final DataSource database;

    ExternalIds(DataSource database) {
        this.database = database;
    }

    /**
     * A record that was loaded.
     *
     * @param line SHA-256 of what the line said that made it
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, compared once
    public record Known(UUID record, byte[] line) {}

    /** Those of the organisation with these texts, of whatever kind. */
    public Map<ExternalId, Known> find(UUID organisation, Collection<String> texts) {
        Map<ExternalId, Known> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, organisation);
            select.setArray(2, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ExternalId id = new ExternalId(rows.getString(1), rows.getString(2));
                    found.put(id, new Known(rows.getObject(3, UUID.class), rows.getBytes(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Notes what records were made of, in the caller's transaction.
     *
     * @throws DatabaseFailure a conflict, where another request was faster with one of them: its transaction goes first
     */
    public void add(UUID organisation, Map<ExternalId, Known> made) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<ExternalId, Known> each : made.entrySet()) {
                insert.setObject(1, organisation);
                insert.setString(2, each.getKey().kind());
                insert.setString(3, each.getKey().text());
                insert.setObject(4, each.getValue().record());
                insert.setBytes(5, each.getValue().line());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
