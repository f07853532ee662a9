package org.aletheia.testimony.statement.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.statement.Statement;

/** Table {@code statement_narrative}: what the wall reads of the words of claim narratives, and for whom they are open. */
@ApplicationScoped
public class NarrativeItems {
    private static final String CLOSE_OTHERS = """
            update statement_narrative set open_to = '{}', stated_at = ?
            where statement_id = ? and item_id <> all (?) and open_to <> '{}' returning item_id""";

    private static final String STATE = """
            insert into statement_narrative as n
                (item_id, statement_id, owner_org, classification, compartments, open_to, stated_at)
            select item, ?, ?, ?, ?, ?, ? from unnest(?) as item
            on conflict (item_id, statement_id) do update
                set open_to = excluded.open_to, classification = excluded.classification,
                    compartments = excluded.compartments, stated_at = excluded.stated_at
                where n.open_to <> excluded.open_to or n.classification <> excluded.classification
                    or n.compartments <> excluded.compartments
            returning item_id""";

    private final AgroalDataSource dataSource;

    NarrativeItems(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * States that the words of a narrative are open to these bodies alone; what was its words before is open to none. In
     * the caller's transaction.
     *
     * @return the items of which something else holds now
     */
    public List<UUID> state(RecordVersion<Statement> statement, Set<UUID> bodies) {
        List<UUID> changed = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement close = connection.prepareStatement(CLOSE_OTHERS);
                PreparedStatement state = connection.prepareStatement(STATE)) {
            Timestamp at = Timestamp.from(statement.revisedAt());
            Object[] words = statement.content().words().toArray();
            close.setTimestamp(1, at);
            close.setObject(2, statement.id());
            close.setArray(3, connection.createArrayOf("uuid", words));
            collect(close, changed);
            state.setObject(1, statement.id());
            state.setObject(2, statement.ownerOrg());
            state.setString(3, statement.protection().classification().code());
            state.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            statement.protection().compartments().stream()
                                    .sorted()
                                    .toArray()));
            state.setArray(
                    5, connection.createArrayOf("uuid", bodies.stream().sorted().toArray()));
            state.setTimestamp(6, at);
            state.setArray(7, connection.createArrayOf("uuid", words));
            collect(state, changed);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return changed;
    }

    private static void collect(PreparedStatement statement, List<UUID> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getObject(1, UUID.class));
            }
        }
    }
}
