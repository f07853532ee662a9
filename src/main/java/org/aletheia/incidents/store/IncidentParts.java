package org.aletheia.incidents.store;

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
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.platform.persistence.DatabaseFailure;

/** What belongs to incidents, acts and missing persons of one owner, as far as the caller may see it; one statement each. */
@ApplicationScoped
public class IncidentParts {
    private static final String ACTS = """
            select part.incident_id, part.id from act part join incident whole on whole.id = part.incident_id
            where part.incident_id = any (?) and part.owner_org = whole.owner_org""";
    private static final String INVOLVEMENTS = """
            select part.act_id, part.id from involvement part join act whole on whole.id = part.act_id
            where part.act_id = any (?) and part.owner_org = whole.owner_org and not part.stays_inside""";
    private static final String WHEREABOUTS = """
            select part.missing_id, part.id from whereabouts part join missing_person whole on whole.id = part.missing_id
            where part.missing_id = any (?) and part.owner_org = whole.owner_org""";
    private static final String PROPOSALS = """
            select part.missing_id, part.id from missing_status_proposal part
            join missing_person whole on whole.id = part.missing_id
            where part.missing_id = any (?) and part.owner_org = whole.owner_org""";

    private final AgroalDataSource dataSource;

    IncidentParts(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The acts of incidents. */
    public List<SharedAlong.Part> acts(Collection<UUID> incidents) {
        return parts(ACTS, RecordKind.ACT, incidents);
    }

    /** Who is alleged to be involved in acts. */
    public List<SharedAlong.Part> involvements(Collection<UUID> acts) {
        return parts(INVOLVEMENTS, RecordKind.INVOLVEMENT, acts);
    }

    /** What is said of missing persons, and the proposals of their status. */
    public List<SharedAlong.Part> ofMissing(Collection<UUID> missing) {
        List<SharedAlong.Part> all = new ArrayList<>(parts(WHEREABOUTS, RecordKind.WHEREABOUTS, missing));
        all.addAll(parts(PROPOSALS, RecordKind.MISSING_STATUS_PROPOSAL, missing));
        return all;
    }

    private List<SharedAlong.Part> parts(String sql, RecordKind kind, Collection<UUID> wholes) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", wholes.toArray()));
            List<SharedAlong.Part> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SharedAlong.Part(rows.getObject(1, UUID.class), kind, rows.getObject(2, UUID.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
