package org.aletheia.joins.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.joins.JoinIndex;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Tables {@code join_part}, {@code join_withdrawal} and {@code disposed_record}, behind the wall. Plain JDBC. */
@ApplicationScoped
public class JoinParts implements JoinIndex {
    private static final String HOLDING =
            "select distinct join_id from join_part where record_id = any (?) order by join_id limit ?";
    private static final String WITHDRAWN = """
            select p.join_id, p.record_id from join_part p
            where p.join_id = any (?) and exists (select from join_withdrawal w
                where w.record_id = p.record_id and not w.lifted and (w.join_id is null or w.join_id = p.join_id))""";
    private static final String DISPOSED = """
            select p.join_id, p.record_id
            from join_part p join record_join j on j.id = p.join_id
                join disposed_record d on d.kind = j.of_kind and d.id = p.record_id
            where p.join_id = any (?)""";
    private static final String FROM_ALL =
            "select record_id from join_withdrawal where record_id = any (?) and join_id is null and not lifted";

    private final AgroalDataSource dataSource;

    JoinParts(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<UUID> holding(Collection<UUID> records, int most) {
        List<UUID> joins = new ArrayList<>();
        query(HOLDING, records, statement -> statement.setInt(2, most), row -> joins.add(row.getObject(1, UUID.class)));
        return joins;
    }

    @Override
    public Map<UUID, Set<UUID>> withdrawn(Collection<UUID> joins) {
        return parts(WITHDRAWN, joins);
    }

    @Override
    public Map<UUID, Set<UUID>> disposed(Collection<UUID> joins) {
        return parts(DISPOSED, joins);
    }

    private Map<UUID, Set<UUID>> parts(String sql, Collection<UUID> joins) {
        Map<UUID, Set<UUID>> records = new HashMap<>();
        query(sql, joins, statement -> {}, row -> records.computeIfAbsent(
                        row.getObject(1, UUID.class), join -> new HashSet<>())
                .add(row.getObject(2, UUID.class)));
        return records;
    }

    @Override
    public Set<UUID> withdrawnFromAll(Collection<UUID> records) {
        Set<UUID> withdrawn = new HashSet<>();
        query(FROM_ALL, records, statement -> {}, row -> withdrawn.add(row.getObject(1, UUID.class)));
        return withdrawn;
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Collection<UUID> ids, Binding more, Reading reading) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            more.bind(statement);
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
