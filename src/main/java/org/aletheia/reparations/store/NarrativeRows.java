package org.aletheia.reparations.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.reparations.claim.Narrative;
import org.aletheia.reparations.claim.ReparationClaim;

/** Table {@code claim_narrative}: what the wall and the index read of consents to prosecution. */
@ApplicationScoped
public class NarrativeRows {
    private static final String CLOSE_OTHERS = """
            update claim_narrative set open = false, stated_at = ?
            where claim_id = ? and item_id is distinct from ? and open returning item_id""";

    private static final String STATE = """
            insert into claim_narrative as n
                (item_id, claim_id, owner_org, classification, compartments, open, stated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id, claim_id) do update
                set open = excluded.open, classification = excluded.classification,
                    compartments = excluded.compartments, stated_at = excluded.stated_at
                where n.open <> excluded.open or n.classification <> excluded.classification
                    or n.compartments <> excluded.compartments
            returning item_id""";

    private final AgroalDataSource dataSource;

    NarrativeRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * States what the claim says of its narrative; an earlier narrative of it is apart from then on. In the caller's
     * transaction.
     *
     * @return the items of which something else holds now
     */
    public List<UUID> state(RecordVersion<ReparationClaim> claim) {
        Narrative narrative = claim.content().narrative();
        Timestamp at = Timestamp.from(claim.revisedAt());
        List<UUID> changed = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement close = connection.prepareStatement(CLOSE_OTHERS)) {
                close.setTimestamp(1, at);
                close.setObject(2, claim.id());
                close.setObject(3, narrative == null ? new UUID(0, 0) : narrative.item());
                collect(close, changed);
            }
            if (narrative != null) {
                try (PreparedStatement state = connection.prepareStatement(STATE)) {
                    fill(connection, state, claim, narrative, at);
                    collect(state, changed);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return changed;
    }

    private static void fill(
            Connection connection,
            PreparedStatement state,
            RecordVersion<ReparationClaim> claim,
            Narrative narrative,
            Timestamp at)
            throws SQLException {
        Array compartments = connection.createArrayOf(
                "text", claim.protection().compartments().stream().sorted().toArray());
        state.setObject(1, narrative.item());
        state.setObject(2, claim.id());
        state.setObject(3, claim.ownerOrg());
        state.setString(4, claim.protection().classification().code());
        state.setArray(5, compartments);
        state.setBoolean(6, narrative.prosecution());
        state.setTimestamp(7, at);
    }

    private static void collect(PreparedStatement statement, List<UUID> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getObject(1, UUID.class));
            }
        }
    }
}
