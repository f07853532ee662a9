package org.aletheia.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
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
    private static final String DISPOSED = "select * from aletheia_disposed(?, ?)";
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

    /** A record that was disposed of, where the caller could have seen it. */
    public Optional<DisposedRecord> findDisposed(RecordKind kind, UUID id) {
        return findDisposed(List.of(new RecordName(kind, id))).stream().findFirst();
    }

    /** Those of the records that were disposed of and that the caller could have seen, in no order. */
    public List<DisposedRecord> findDisposed(Collection<RecordName> names) {
        return query(DISPOSED, statement -> bind(statement, names), RecordLookup::disposed);
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
        return query(
                SELECT.formatted(MANY, found, CONFINED), statement -> bind(statement, names), RecordLookup::record);
    }

    private Optional<ProtectedRecord> one(String found, String confined, RecordKind kind, UUID id) {
        Filling filling = statement -> {
            statement.setString(1, kind.code());
            statement.setObject(2, id);
        };
        return query(SELECT.formatted(ONE, found, confined), filling, RecordLookup::record).stream()
                .findFirst();
    }

    private <T> List<T> query(String sql, Filling filling, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
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
        return standing(row, set(row.getArray("confined_to"), UUID.class)).closedBy(closures);
    }

    private static ProtectedRecord standing(ResultSet row, Set<UUID> confinedTo) throws SQLException {
        return new ProtectedRecord(
                RecordKind.parse(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                Classification.parse(row.getString("classification")),
                set(row.getArray("compartments"), String.class),
                confinedTo);
    }

    private static void bind(PreparedStatement statement, Collection<RecordName> names) throws SQLException {
        Object[] kinds = names.stream().map(name -> name.kind().code()).toArray();
        Object[] ids = names.stream().map(RecordName::id).toArray();
        statement.setArray(1, statement.getConnection().createArrayOf("text", kinds));
        statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids));
    }

    private static DisposedRecord disposed(ResultSet row) throws SQLException {
        return new DisposedRecord(
                standing(row, Set.of()),
                row.getObject("disposal", UUID.class),
                row.getObject("disposed_at", OffsetDateTime.class).toInstant(),
                new Digest(DigestAlgorithm.SHA_256, row.getBytes("digest")));
    }

    private static <T> Set<T> set(@Nullable Array array, Class<T> type) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((Object[]) array.getArray()).map(type::cast).collect(Collectors.toSet());
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
