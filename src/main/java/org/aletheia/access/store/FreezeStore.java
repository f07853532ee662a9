package org.aletheia.access.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.OrganisationInDanger;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** What table {@code member_organisation} says of guardians and freezes; every method joins the caller's transaction. */
@ApplicationScoped
public class FreezeStore {
    private static final String FIND = """
            select o.id, o.guardian, g.organisation as guardian_org, o.frozen_at, o.frozen_by, o.frozen_reason
            from member_organisation o left join member g on g.id = o.guardian and g.ended_at is null
            where o.id = ? and o.ended_at is null""";
    private static final String LOCK = FIND + " for no key update of o";
    private static final String NAME_GUARDIAN = "update member_organisation set guardian = ? where id = ?";
    private static final String FREEZE =
            "update member_organisation set frozen_at = ?, frozen_by = ?, frozen_reason = ? where id = ?";
    private static final String OUTSIDERS = """
            select count(*) from member m join member_organisation o on o.id = m.organisation
            where m.ended_at is null and o.ended_at is null and o.frozen_at is null and m.organisation <> ?
            and ('administrator' = any (m.roles) or m.id = ?
                or m.organisation = ? and 'protection-officer' = any (m.roles))""";
    private static final String FROZEN = "select count(*) from member_organisation where frozen_at is not null";

    private final AgroalDataSource dataSource;

    FreezeStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One that has not ended. */
    public Optional<OrganisationInDanger> find(UUID organisation) {
        return query(FIND, FreezeStore::read, organisation);
    }

    /** As {@link #find}; nobody else freezes it, opens it or shares for it until the caller's transaction ends. */
    public Optional<OrganisationInDanger> lock(UUID organisation) {
        return query(LOCK, FreezeStore::read, organisation);
    }

    /** Null: nobody any more. */
    public void nameGuardian(UUID organisation, @Nullable UUID guardian) {
        update(NAME_GUARDIAN, guardian, organisation);
    }

    public void freeze(UUID organisation, UUID by, String reason, Instant at) {
        update(FREEZE, Timestamp.from(at), by, reason, organisation);
    }

    public void unfreeze(UUID organisation) {
        update(FREEZE, null, null, null, organisation);
    }

    /** How many standing members of others could open it again. */
    public long outsiders(OrganisationInDanger of) {
        return query(OUTSIDERS, row -> row.getLong(1), of.organisation(), of.guardian(), of.guardianOrg())
                .orElse(0L);
    }

    /** How many are frozen. */
    public long frozen() {
        return query(FROZEN, row -> row.getLong(1)).orElse(0L);
    }

    private static OrganisationInDanger read(ResultSet row) throws SQLException {
        Timestamp frozen = row.getTimestamp("frozen_at");
        return new OrganisationInDanger(
                row.getObject("id", UUID.class),
                row.getObject("guardian", UUID.class),
                row.getObject("guardian_org", UUID.class),
                frozen == null ? null : frozen.toInstant(),
                row.getObject("frozen_by", UUID.class),
                row.getString("frozen_reason"));
    }

    private <T> Optional<T> query(String sql, Reading<T> reading, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(reading.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
