package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Whether a share is in force now. */
@ApplicationScoped
class LiveShares {
    private static final String EXISTS = """
            select from share
            where kind = ? and record_id = ? and grantee_org = ?
              and ended_at is null and (ends_at is null or ends_at > now())""";

    private final AgroalDataSource dataSource;

    LiveShares(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean isShared(RecordKind kind, UUID record, UUID grantee) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, kind.code());
            statement.setObject(2, record);
            statement.setObject(3, grantee);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
