package org.aletheia.access.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Closures; every method joins the caller's transaction and makes one statement. */
@ApplicationScoped
public class ClosureStore {
    /** The owner is null, which the table refuses, where there is no such record. */
    private static final String ADD = """
            insert into closure as standing
                (id, kind, record_id, owner_org, ground, whole, basis_kind, basis_id, begins_at, ends_at, begun_by_event)
            select ?, record.kind, record.id, aletheia_owner(record.kind, record.id), given.ground, given.whole, ?, ?,
                cast(? as timestamptz), cast(? as timestamptz), ?
            from (values (cast(? as text), cast(? as uuid))) as record (kind, id),
                (values (cast(? as text), cast(? as boolean))) as given (ground, whole)
            on conflict (kind, record_id, ground, basis_kind, basis_id) where ended_at is null
            do update set ends_at = excluded.ends_at, begun_by_event = excluded.begun_by_event
                where standing.ends_at is not null
                    and (excluded.ends_at is null or excluded.ends_at > standing.ends_at)""";

    private static final String END_ALL = """
            update closure set ended_at = ?, ended_by_event = ?
            where ground = ? and basis_kind = ? and basis_id = ? and ended_at is null""";
    private static final String END = END_ALL + " and kind = ? and record_id = ?";
    private static final String IN_FORCE = """
            select distinct ground from closure
            where kind = ? and record_id = ? and ended_at is null and (ends_at is null or ends_at > now())""";

    private final AgroalDataSource dataSource;

    ClosureStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a closure, or prolongs the one of that basis and ground that stands; whether it did either. */
    public boolean add(
            RecordName record,
            ClosureGround ground,
            RecordName basis,
            UUID event,
            Instant at,
            @Nullable Instant until) {
        return update(ADD, statement -> {
            statement.setObject(1, Ids.timeOrdered());
            bind(statement, 2, basis);
            statement.setTimestamp(4, Timestamp.from(at));
            statement.setTimestamp(5, until == null ? null : Timestamp.from(until));
            statement.setObject(6, event);
            bind(statement, 7, record);
            statement.setString(9, ground.code());
            statement.setBoolean(10, ground.closesRecord());
        });
    }

    /** Ends the closure of that basis and ground; whether there was one. */
    public boolean end(RecordName record, ClosureGround ground, RecordName basis, UUID event, Instant at) {
        return update(END, statement -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setObject(2, event);
            bind(statement, 3, ground, basis);
            bind(statement, 6, record);
        });
    }

    /** Ends every closure of that basis and ground. */
    public void endAll(ClosureGround ground, RecordName basis, UUID event, Instant at) {
        update(END_ALL, statement -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setObject(2, event);
            bind(statement, 3, ground, basis);
        });
    }

    /** The grounds on which the record is closed now. */
    public Set<ClosureGround> inForce(RecordKind kind, UUID record) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
            bind(statement, 1, new RecordName(kind, record));
            Set<ClosureGround> grounds = EnumSet.noneOf(ClosureGround.class);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    grounds.add(ClosureGround.parse(rows.getString("ground")));
                }
            }
            return grounds;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private boolean update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, int at, RecordName record) throws SQLException {
        statement.setString(at, record.kind().code());
        statement.setObject(at + 1, record.id());
    }

    private static void bind(PreparedStatement statement, int at, ClosureGround ground, RecordName basis)
            throws SQLException {
        statement.setString(at, ground.code());
        bind(statement, at + 1, basis);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
