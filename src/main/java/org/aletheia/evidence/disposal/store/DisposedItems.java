package org.aletheia.evidence.disposal.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Items that are gone and of which it is known still with which submission they came. */
@ApplicationScoped
public class DisposedItems {
    private final AgroalDataSource dataSource;

    DisposedItems(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** At most so many of those of a submission whose tombstones the caller sees, by id. */
    public List<UUID> of(UUID submission, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select id from aletheia_disposed_items(?, ?)")) {
            statement.setObject(1, submission);
            statement.setInt(2, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
