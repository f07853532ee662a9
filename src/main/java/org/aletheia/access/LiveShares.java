package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Which share is in force now. */
@ApplicationScoped
class LiveShares {
    private static final String IN_FORCE = """
            from share
            where kind = ? and record_id = ? and grantee_org = ?
              and ended_at is null and (ends_at is null or ends_at > now())""";

    private static final String PURPOSES = "select purposes " + IN_FORCE;
    private static final String SINCE = "select max(granted_at) " + IN_FORCE;

    private final AgroalDataSource dataSource;

    LiveShares(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How a record is shared with an organisation; of each record there is at most one share with it. */
    Sharing of(RecordKind kind, UUID record, UUID grantee) {
        return query(
                PURPOSES,
                kind,
                record,
                grantee,
                row -> row.next()
                        ? Sharing.of(Purpose.parse((String[]) row.getArray(1).getArray()))
                        : Sharing.NONE);
    }

    /** When the share that is in force was given; empty where there is none. */
    Optional<Instant> since(RecordKind kind, UUID record, UUID grantee) {
        return query(
                SINCE,
                kind,
                record,
                grantee,
                row -> row.next()
                        ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                        : Optional.empty());
    }

    private <T> T query(String sql, RecordKind kind, UUID record, UUID grantee, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind.code());
            statement.setObject(2, record);
            statement.setObject(3, grantee);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
