package org.aletheia.joins.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;
import org.aletheia.joins.matching.Candidates;
import org.aletheia.joins.matching.MatchKey;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Tables {@code match_key} and {@code affiliation}, behind the wall and as far as the caller may list the kinds. Plain JDBC. */
@ApplicationScoped
public class CandidateRows implements Candidates {
    private static final String LIKE = """
            with %s
            select distinct m.record_id
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as asked (key, earliest, latest), match_key m, caller
            where m.key = asked.key and m.kind = ? and m.record_id <> ?
                and m.earliest <= asked.latest and m.latest >= asked.earliest
                and m.kind = any (case when m.owner_org = caller.organisation then caller.own else caller.shared end)
            order by m.record_id limit ?""".formatted(ListedKinds.CALLER);

    /** Has one of two conditions added. */
    private static final String BESIDES = """
            with %s
            select distinct other.subject_id
            from affiliation mine, affiliation other, caller
            where mine.subject_id = ? and mine.relation = 'part-of'
                and other.object_id = mine.object_id and other.relation = 'part-of'
                and other.subject_id <> mine.subject_id and other.subject_kind = 'unit'
                and %s and %s""".formatted(
                    ListedKinds.CALLER,
                    ListedKinds.row(RecordKind.AFFILIATION, "mine"),
                    ListedKinds.row(RecordKind.AFFILIATION, "other"));

    private static final String ANY_BESIDES = BESIDES + " order by other.subject_id limit ?";
    private static final String THESE_BESIDES = BESIDES + " and other.subject_id = any (?)";

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    CandidateRows(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement, int next) throws SQLException;
    }

    @Override
    public List<UUID> like(RecordKind kind, UUID record, List<MatchKey> keys, int most) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return List.copyOf(ids(LIKE, (connection, statement, next) -> {
            statement.setArray(
                    next,
                    connection.createArrayOf(
                            "text", keys.stream().map(MatchKey::key).toArray()));
            statement.setArray(
                    next + 1,
                    connection.createArrayOf(
                            "bigint", keys.stream().map(MatchKey::earliest).toArray()));
            statement.setArray(
                    next + 2,
                    connection.createArrayOf(
                            "bigint", keys.stream().map(MatchKey::latest).toArray()));
            statement.setString(next + 3, kind.code());
            statement.setObject(next + 4, record);
            statement.setInt(next + 5, most);
        }));
    }

    @Override
    public Set<UUID> besides(UUID unit, int most) {
        return ids(ANY_BESIDES, (connection, statement, next) -> {
            statement.setObject(next, unit);
            statement.setInt(next + 1, most);
        });
    }

    @Override
    public Set<UUID> besides(UUID unit, Collection<UUID> units) {
        return ids(THESE_BESIDES, (connection, statement, next) -> {
            statement.setObject(next, unit);
            statement.setArray(next + 1, connection.createArrayOf("uuid", units.toArray()));
        });
    }

    private Set<UUID> ids(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement, ListedKinds.of(guard).bind(statement, 1));
            Set<UUID> found = new LinkedHashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
