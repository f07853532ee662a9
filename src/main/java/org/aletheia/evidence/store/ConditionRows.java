package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.evidence.metadata.StoredConditions;
import org.aletheia.platform.persistence.DatabaseFailure;

/** On what terms items were received, for everybody who has them: a share of an item alone opens no submission. */
@ApplicationScoped
public class ConditionRows {
    private static final String OF = "select aletheia_item_conditions(?)";

    private final AgroalDataSource dataSource;

    ConditionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of an item; empty where the caller's organisation has none such. */
    public Optional<ReceiptConditions> of(UUID item) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF)) {
            statement.setObject(1, item);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1)).map(StoredConditions::read);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
