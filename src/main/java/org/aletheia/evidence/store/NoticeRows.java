package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Uses of items of which their owners may know. Row-level security shows them to who used the item and who owns it. */
@ApplicationScoped
public class NoticeRows {
    private static final String ADD = """
            insert into use_notice (event_id, item, organisation, noticed_at) values (?, ?, ?, ?)
            on conflict (event_id) do nothing""";
    private static final String FIND = "select from use_notice where event_id = ?";
    private static final String OF_ITEM = "select event_id from use_notice where item = ?";

    private final AgroalDataSource dataSource;

    NoticeRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds one. @return whether it was not there before */
    @Transactional(TxType.MANDATORY)
    public boolean add(UUID event, UUID item, UUID organisation, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, event);
            statement.setObject(2, item);
            statement.setObject(3, organisation);
            statement.setTimestamp(4, Timestamp.from(at));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Whether the caller may know of this use. */
    @Transactional
    public boolean isNoticed(UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, event);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The events of use of an item of which the caller may know. */
    @Transactional
    public List<UUID> of(UUID item) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_ITEM)) {
            statement.setObject(1, item);
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
