package org.aletheia.incidents.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Follows links between incidents, as far as the caller may see them; one statement a step. */
@ApplicationScoped
public class LinkWalk {
    private static final String NEXT = """
            select from_id, to_id from incident_link
            where from_id = any (?) and relation = ? and not withdrawn order by from_id, to_id limit 10000""";

    private final AgroalDataSource dataSource;

    LinkWalk(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** For each of these that leads on by that relation, where to. */
    public Map<UUID, Set<UUID>> next(String relation, Collection<UUID> from) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, connection.createArrayOf("uuid", from.toArray()));
            statement.setString(2, relation);
            Map<UUID, Set<UUID>> found = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new TreeSet<>())
                            .add(rows.getObject(2, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
