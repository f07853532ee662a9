package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Finds what the policy needs to know of any record, as far as row-level security lets the caller see it. */
@ApplicationScoped
public class RecordLookup {
    private final AgroalDataSource dataSource;

    RecordLookup(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The record of that kind and id; empty where there is none or the caller may not see it. */
    public Optional<ProtectedRecord> find(RecordKind kind, UUID id) {
        return query("select * from aletheia_record(?, ?)", kind, id);
    }

    /** As {@link #find}; the record is not revised until the caller's transaction ends. */
    public Optional<ProtectedRecord> hold(RecordKind kind, UUID id) {
        return query("select * from aletheia_record_held(?, ?)", kind, id);
    }

    private Optional<ProtectedRecord> query(String sql, RecordKind kind, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind.code());
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(record(kind, id, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static ProtectedRecord record(RecordKind kind, UUID id, ResultSet row) throws SQLException {
        Object[] compartments = (Object[]) row.getArray("compartments").getArray();
        Set<String> names = Arrays.stream(compartments).map(String.class::cast).collect(Collectors.toSet());
        return new ProtectedRecord(
                kind,
                id,
                row.getObject("owner_org", UUID.class),
                Classification.parse(row.getString("classification")),
                names);
    }
}
