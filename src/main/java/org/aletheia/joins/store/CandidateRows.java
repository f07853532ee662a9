package org.aletheia.joins.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final String AREAS = """
            with %s
            select distinct mine.record_id as mine, b.subject_id as unit, b.id as theirs
            from affiliation a, match_key mine, match_key other, affiliation b, caller
            where a.subject_id = ? and a.relation in ('site', 'area')
                and mine.record_id = a.id and mine.kind = 'affiliation'
                and other.key = mine.key and other.kind = 'affiliation'
                and b.id = other.record_id and b.subject_kind = 'unit' and b.subject_id <> a.subject_id
                and b.possible_from <= a.possible_to and b.possible_to >= a.possible_from
                and %s and %s
            order by unit, mine, theirs limit ?""".formatted(
                    ListedKinds.CALLER,
                    ListedKinds.row(RecordKind.AFFILIATION, "a"),
                    ListedKinds.row(RecordKind.AFFILIATION, "b"));

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    CandidateRows(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement, int next) throws SQLException;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
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

    @Override
    public List<AreaPair> areas(UUID unit, int most) {
        List<AreaPair> pairs = new ArrayList<>();
        query(
                AREAS,
                (connection, statement, next) -> {
                    statement.setObject(next, unit);
                    statement.setInt(next + 1, most);
                },
                row -> pairs.add(new AreaPair(
                        row.getObject("mine", UUID.class),
                        row.getObject("unit", UUID.class),
                        row.getObject("theirs", UUID.class))));
        return pairs;
    }

    private Set<UUID> ids(String sql, Binding binding) {
        Set<UUID> found = new LinkedHashSet<>();
        query(sql, binding, row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    private void query(String sql, Binding binding, Reading reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement, ListedKinds.of(guard).bind(statement, 1));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
