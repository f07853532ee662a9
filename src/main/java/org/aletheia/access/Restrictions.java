package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * Notes, in the transaction of a change that narrows who may see a record, that searches must leave the record out until
 * the index has applied the change's event. Who removes the note is the indexer.
 */
@ApplicationScoped
public class Restrictions {
    private static final String ADD = """
            insert into restriction_pending (id, kind, record_id, organisation, event_id, created_at)
            values (?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    Restrictions(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Adds a note to the caller's transaction.
     *
     * @param organisation the one that lost sight of the record; null: everyone
     * @param event the event of the change
     */
    public void add(RecordKind kind, UUID record, @Nullable UUID organisation, UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, Ids.timeOrdered());
            statement.setString(2, kind.code());
            statement.setObject(3, record);
            statement.setObject(4, organisation);
            statement.setObject(5, event);
            statement.setTimestamp(6, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
