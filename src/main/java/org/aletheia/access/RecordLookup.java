package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import org.jspecify.annotations.Nullable;

/** Finds what the policy needs to know of any record, as far as row-level security lets the caller see it. */
@ApplicationScoped
public class RecordLookup {
    /** Where the records wanted come from, how each is found, and to whom it is confined. */
    private static final String SELECT = """
            select wanted.kind, wanted.id, found.*, %3$s as confined_to,
                array(select c.ground from closure c where c.kind = wanted.kind and c.record_id = wanted.id
                    and c.ended_at is null and (c.ends_at is null or c.ends_at > now())) as closures
            from %1$s as wanted (kind, id) cross join lateral %2$s found""";

    private static final String ONE = "(values (cast(? as text), cast(? as uuid)))";
    private static final String MANY = "unnest(?::text[], ?::uuid[])";
    private static final String RECORD = "aletheia_record(wanted.kind, wanted.id)";
    private static final String HELD = "aletheia_record_held(wanted.kind, wanted.id)";
    private static final String REGISTERED = "aletheia_registered(wanted.id)";
    private static final String DISPOSED =
            "(select d.owner_org, d.classification, d.compartments from disposed_record d"
                    + " where d.kind = wanted.kind and d.id = wanted.id)";
    private static final String CONFINED = "aletheia_confined(wanted.kind, wanted.id)";
    private static final String NOT_CONFINED = "null::uuid[]";

    private final AgroalDataSource dataSource;

    RecordLookup(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The record of that kind and id; empty where there is none or the caller may not see it. */
    public Optional<ProtectedRecord> find(RecordKind kind, UUID id) {
        return one(RECORD, CONFINED, kind, id);
    }

    /**
     * The item of that id as the register of a disclosure officer has it, whatever closes it; empty for everybody else, and
     * where their body does not hold it.
     */
    Optional<ProtectedRecord> findRegistered(UUID id) {
        return one(REGISTERED, NOT_CONFINED, RecordKind.ITEM, id);
    }

    /** What was a record of that kind and id, where it was disposed of and the caller might have seen it. */
    public Optional<ProtectedRecord> findDisposed(RecordKind kind, UUID id) {
        return one(DISPOSED, NOT_CONFINED, kind, id);
    }

    /** As {@link #find}; the record is not revised until the caller's transaction ends. */
    public Optional<ProtectedRecord> hold(RecordKind kind, UUID id) {
        return one(HELD, CONFINED, kind, id);
    }

    /** Those of the records that there are and that the caller may see, in one query. */
    public List<ProtectedRecord> find(Collection<RecordName> names) {
        return many(RECORD, names);
    }

    /** As {@link #find(Collection)}; they are not revised until the caller's transaction ends. */
    public List<ProtectedRecord> hold(Collection<RecordName> names) {
        return many(HELD, names);
    }

    private List<ProtectedRecord> many(String found, Collection<RecordName> names) {
        return query(SELECT.formatted(MANY, found, CONFINED), statement -> {
            Connection connection = statement.getConnection();
            Object[] kinds = names.stream().map(name -> name.kind().code()).toArray();
            Object[] ids = names.stream().map(RecordName::id).toArray();
            statement.setArray(1, connection.createArrayOf("text", kinds));
            statement.setArray(2, connection.createArrayOf("uuid", ids));
        });
    }

    private Optional<ProtectedRecord> one(String found, String confined, RecordKind kind, UUID id) {
        return query(SELECT.formatted(ONE, found, confined), statement -> {
                    statement.setString(1, kind.code());
                    statement.setObject(2, id);
                })
                .stream()
                .findFirst();
    }

    private List<ProtectedRecord> query(String sql, Filling filling) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            List<ProtectedRecord> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(record(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static ProtectedRecord record(ResultSet row) throws SQLException {
        Set<ClosureGround> closures = set(row.getArray("closures"), String.class).stream()
                .map(ClosureGround::parse)
                .collect(Collectors.toSet());
        return new ProtectedRecord(
                        RecordKind.parse(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getObject("owner_org", UUID.class),
                        Classification.parse(row.getString("classification")),
                        set(row.getArray("compartments"), String.class),
                        set(row.getArray("confined_to"), UUID.class))
                .closedBy(closures);
    }

    private static <T> Set<T> set(@Nullable Array array, Class<T> type) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((Object[]) array.getArray()).map(type::cast).collect(Collectors.toSet());
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
