package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.StoredConditions;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** On what terms items were received, for everybody who has them: a share of an item alone opens no submission. */
@ApplicationScoped
public class ConditionRows {
    private static final String OF = "select id, conditions, countries from aletheia_item_terms(?)";
    private static final String RETURN_BY = "select aletheia_return_by(?, ?)";

    private final AgroalDataSource dataSource;

    ConditionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of items, by id; without those that the caller's organisation has not got. */
    public Map<UUID, ItemTerms> of(Collection<UUID> items) {
        Map<UUID, ItemTerms> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF)) {
            statement.setArray(1, connection.createArrayOf("uuid", items.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getObject(1, UUID.class),
                            new ItemTerms(
                                    StoredConditions.read(rows.getString(2)),
                                    StoredConditions.countries(rows.getString(3))));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return found;
    }

    /** The day by which a submission or item goes back to who handed it in, whoever asks; empty where none was set. */
    public Optional<LocalDate> returnBy(RecordKind kind, UUID record) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RETURN_BY)) {
            statement.setString(1, kind.code());
            statement.setObject(2, record);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                @Nullable String day = row.getString(1);
                return Optional.ofNullable(day).map(LocalDate::parse);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
