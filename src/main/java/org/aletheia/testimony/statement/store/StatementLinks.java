package org.aletheia.testimony.statement.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Which statements name others, as far as row-level security shows them. Reads the whole table once. */
@ApplicationScoped
public class StatementLinks {
    private static final String LINKED = """
            select s.id from statement s
            where (s.content #>> '{givenBy,id}')::uuid = any (?)
               or exists (select from jsonb_array_elements_text(s.content -> 'acts') act where act::uuid = any (?))
               or exists (select from jsonb_array_elements(s.content -> 'versions') version
                          where (version ->> 'item')::uuid = any (?))
               or exists (select from jsonb_array_elements(s.content -> 'items') linked
                          where (linked ->> 'item')::uuid = any (?)
                          and linked ->> 'role' <> all ('{shown,handed-over}'))
            order by s.id limit ?""";

    private final AgroalDataSource dataSource;

    StatementLinks(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Given by one of these persons, about one of these acts, or in words that one of these items holds. */
    public List<UUID> of(Collection<UUID> persons, Collection<UUID> acts, Collection<UUID> items, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LINKED)) {
            int at = 1;
            for (Collection<UUID> ids : List.of(persons, acts, items, items)) {
                statement.setArray(at++, connection.createArrayOf("uuid", ids.toArray()));
            }
            statement.setInt(at, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
