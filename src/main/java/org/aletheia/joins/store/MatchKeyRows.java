package org.aletheia.joins.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.joins.matching.KeptKeys;
import org.aletheia.joins.matching.MatchKey;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Table {@code match_key}, with the follower's role. Plain JDBC, each statement its own transaction. */
@ApplicationScoped
public class MatchKeyRows implements KeptKeys {
    private static final String FORGET = "delete from match_key where kind = ? and record_id = any (?)";
    private static final String ADD = """
            insert into match_key (kind, key, record_id, owner_org, classification, compartments, earliest, latest)
            select ?, key, record_id, owner_org, classification, string_to_array(compartments, ','), earliest, latest
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                as made (key, record_id, owner_org, classification, compartments, earliest, latest)
            on conflict do nothing""";
    private static final String ITEMS = """
            select i.id, i.owner_org, i.classification, i.compartments,
                array(select encode(i.sha256, 'hex')
                      union select encode(i.sha512, 'hex') where i.sha512 is not null
                      union select d ->> 'value' from jsonb_path_query(i.metadata, '$.digests[*]') d
                          where d ->> 'value' is not null) as digests,
                array(select distinct (n ->> 'scheme') || ':'
                          || upper(regexp_replace(coalesce(n ->> 'value', n ->> 'mark'), '[^A-Za-z0-9]', '', 'g'))
                      from jsonb_path_query(i.metadata, '$.identifiers[*]') n
                      where n ->> 'scheme' is not null and coalesce(n ->> 'value', n ->> 'mark') is not null) as identifiers
            from item i where i.id = any (?)""";

    private final AgroalDataSource follower;

    MatchKeyRows(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    @Override
    public List<Compared> items(Collection<UUID> ids) {
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(ITEMS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            List<Compared> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Compared(
                            rows.getObject("id", UUID.class),
                            rows.getObject("owner_org", UUID.class),
                            rows.getString("classification"),
                            texts(rows, "compartments"),
                            texts(rows, "digests"),
                            texts(rows, "identifiers")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void replace(String kind, Collection<UUID> all, List<Keyed> records) {
        try (Connection connection = follower.getConnection()) {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setString(1, kind);
                forget.setArray(2, connection.createArrayOf("uuid", all.toArray()));
                forget.executeUpdate();
            }
            add(connection, kind, records);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void add(Connection connection, String kind, List<Keyed> records) throws SQLException {
        List<Object[]> columns = new ArrayList<>();
        for (Keyed record : records) {
            String compartments = String.join(",", record.compartments());
            for (MatchKey key : record.keys()) {
                columns.add(new Object[] {
                    key.key(),
                    record.id(),
                    record.ownerOrg(),
                    record.classification(),
                    compartments,
                    key.earliest(),
                    key.latest()
                });
            }
        }
        if (columns.isEmpty()) {
            return;
        }
        List<String> types = List.of("text", "uuid", "uuid", "text", "text", "bigint", "bigint");
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, kind);
            for (int i = 0; i < types.size(); i++) {
                int column = i;
                Object[] values = columns.stream().map(row -> row[column]).toArray();
                statement.setArray(i + 2, connection.createArrayOf(types.get(i), values));
            }
            statement.executeUpdate();
        }
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
