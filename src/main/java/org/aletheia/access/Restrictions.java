package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.custody.JournalRef;
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
    private static final String ADD_ENDED = """
            insert into restriction_pending (id, kind, record_id, organisation, event_id, created_at)
            select note.id, s.kind, s.record_id, s.grantee_org, note.event, ?
            from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as note (id, share, event) join share s on s.id = note.share""";

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

    /** Adds a note for each share that ended, with the event that tells of it at the same place of its list. */
    void add(List<Share> ended, List<JournalRef> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD_ENDED)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(2, uuids(connection, ended.stream().map(share -> Ids.timeOrdered())));
            statement.setArray(3, uuids(connection, ended.stream().map(Share::id)));
            statement.setArray(4, uuids(connection, events.stream().map(JournalRef::eventId)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Array uuids(Connection connection, Stream<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray(UUID[]::new));
    }
}
