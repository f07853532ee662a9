package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

    /** What was a record of that kind and id, where it was disposed of and the caller might have seen it. */
    public Optional<ProtectedRecord> findDisposed(RecordKind kind, UUID id) {
        return query(
                "select owner_org, classification, compartments from disposed_record where kind = ? and id = ?",
                kind,
                id);
    }

    /** As {@link #find}; the record is not revised until the caller's transaction ends. */
    public Optional<ProtectedRecord> hold(RecordKind kind, UUID id) {
        return query("select * from aletheia_record_held(?, ?)", kind, id);
    }

    /** Those of the records that there are and that the caller may see, in one query. */
    public List<ProtectedRecord> find(Collection<RecordName> names) {
        return query("aletheia_record", names);
    }

    /** As {@link #find(Collection)}; they are not revised until the caller's transaction ends. */
    public List<ProtectedRecord> hold(Collection<RecordName> names) {
        return query("aletheia_record_held", names);
    }

    private List<ProtectedRecord> query(String function, Collection<RecordName> names) {
        String sql = "select wanted.kind, wanted.id, found.* from unnest(?::text[], ?::uuid[]) as wanted (kind, id)"
                + " cross join lateral " + function + "(wanted.kind, wanted.id) found";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] kinds = names.stream().map(name -> name.kind().code()).toArray();
            Object[] ids = names.stream().map(RecordName::id).toArray();
            statement.setArray(1, connection.createArrayOf("text", kinds));
            statement.setArray(2, connection.createArrayOf("uuid", ids));
            List<ProtectedRecord> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    RecordKind kind = RecordKind.parse(rows.getString("kind"));
                    found.add(record(kind, rows.getObject("id", UUID.class), rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
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
