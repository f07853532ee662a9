package org.aletheia.evidence.rendition.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Renditions as followers see them: all of them, with the follower's role. */
@ApplicationScoped
public class FollowedRenditions {
    private static final String APPROVED = """
            select * from rendition where item = any (?) and state = 'approved' and disposed is null order by id""";

    private final AgroalDataSource follower;

    FollowedRenditions(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    /** Those of the items that a second person found free of identifying passages, by item, the first one first. */
    public Map<UUID, List<Rendition>> approved(Collection<UUID> items) {
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPROVED)) {
            statement.setArray(1, connection.createArrayOf("uuid", items.toArray()));
            Map<UUID, List<Rendition>> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Rendition rendition = RenditionRow.read(rows);
                    found.computeIfAbsent(rendition.item(), none -> new ArrayList<>())
                            .add(rendition);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
