package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.platform.persistence.DatabaseFailure;

/**
 * The founding of a server: from the bootstrap until two administrators stand at the same time. So long the only one
 * enrols and changes members alone, privileged ones too; there is nobody to be the second. It ends by itself and never
 * begins again.
 */
@ApplicationScoped
class Founding {
    private static final String OPEN = "select closed_at is null from bootstrap";
    private static final String HOLD = OPEN + " for update";
    private static final String CLOSE = "update bootstrap set closed_at = ? where closed_at is null";

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;
    private final Journal journal;
    private final Clock clock;

    Founding(AgroalDataSource dataSource, AccessGuard guard, Journal journal, Clock clock) {
        this.dataSource = dataSource;
        this.guard = guard;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether it is under way; not where no first administrator was ever made. */
    boolean open() {
        return ask(OPEN);
    }

    /** As {@link #open}; what it depends on changes by nobody else until the caller's transaction ends. */
    boolean holdOpen() {
        return ask(HOLD);
    }

    /** Ends it, in the caller's transaction, with the member who is the second administrator. */
    void end(UUID second) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        journal.append(guard.event(GovernanceEventTypes.FOUNDING_ENDED, RecordKind.MEMBER, second)
                .build());
    }

    private boolean ask(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
