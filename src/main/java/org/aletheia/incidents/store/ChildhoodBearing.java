package org.aletheia.incidents.store;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Bearing;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.persistence.DatabaseFailure;

/**
 * Dates from which a childhood is derived. The database has moved what rests on them with the row; here searches are told to
 * leave that out until the index has it, also what other organisations allege, of which the caller learns nothing.
 */
@Singleton
class ChildhoodBearing implements Bearing {
    private static final String RESTRICT = "select aletheia_restrict_childhoods(?, ?, ?)";

    private final AgroalDataSource dataSource;

    ChildhoodBearing(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Set<RecordKind> of() {
        return Set.of(RecordKind.PERSON, RecordKind.ACT, RecordKind.INCIDENT);
    }

    @Override
    public void revised(RecordVersion<?> next, UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RESTRICT)) {
            statement.setString(1, next.kind().code());
            statement.setObject(2, next.id());
            statement.setObject(3, event);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
