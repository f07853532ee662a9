package org.aletheia.cases.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.cases.disclosure.DisclosureLine.Flagged;
import org.aletheia.cases.disclosure.HeldItem;
import org.aletheia.evidence.metadata.StoredConditions;
import org.aletheia.platform.persistence.DatabaseFailure;

/**
 * What the database shows a disclosure officer past the walls of items; to everybody else its functions give nothing
 * ({@code V28__case_files.sql}).
 */
@ApplicationScoped
public class RegisterRows {
    private static final String FLAGGED = """
            select item_id, max(f.created_at), array_agg(distinct ground order by ground)
            from disclosure_flag f, jsonb_array_elements_text(f.content -> 'grounds') as said (ground)
            where item_id = any (?) group by item_id""";

    private static final String HELD = """
            select r.*, array(select c.ground from closure c where c.kind = 'item' and c.record_id = r.id
                and c.ended_at is null and (c.ends_at is null or c.ends_at > now())) as closures
            from %s r""";

    private final AgroalDataSource dataSource;

    RegisterRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first items that the caller's body holds, after an id. */
    public List<HeldItem> after(UUID after, int most) {
        return query(
                HELD.formatted("aletheia_register(?, ?)"),
                statement -> {
                    statement.setObject(1, after);
                    statement.setInt(2, most);
                },
                RegisterRows::items);
    }

    /** Those of these items that the caller's body holds, by id. */
    public List<HeldItem> of(Collection<UUID> items) {
        return query(HELD.formatted("aletheia_register_of(?)"), ids(items), RegisterRows::items);
    }

    /** The items linked to a case of the caller's body, held by it or not. */
    public Set<UUID> linked(UUID caseFile) {
        return query(
                "select item_id from aletheia_case_items(?)", statement -> statement.setObject(1, caseFile), rows -> {
                    Set<UUID> found = new HashSet<>();
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                    return found;
                });
    }

    /** What the caller's body has flagged of these items. */
    public Map<UUID, Flagged> flagged(Collection<UUID> items) {
        return query(FLAGGED, ids(items), rows -> {
            Map<UUID, Flagged> found = new HashMap<>();
            while (rows.next()) {
                found.put(
                        rows.getObject(1, UUID.class),
                        new Flagged(
                                List.of((String[]) rows.getArray(3).getArray()),
                                rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
            return found;
        });
    }

    private static List<HeldItem> items(ResultSet rows) throws SQLException {
        List<HeldItem> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new HeldItem(
                    rows.getObject("id", UUID.class),
                    rows.getString("registration_number"),
                    rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                    rows.getString("provider"),
                    rows.getString("had").equals("ended"),
                    Classification.parse(rows.getString("classification")),
                    rows.getBoolean("compartmented"),
                    rows.getBoolean("identifying"),
                    closures((String[]) rows.getArray("closures").getArray()),
                    StoredConditions.read(rows.getString("conditions"))));
        }
        return found;
    }

    private static Set<ClosureGround> closures(String[] codes) {
        return Arrays.stream(codes).map(ClosureGround::parse).collect(Collectors.toSet());
    }

    private static Filling ids(Collection<UUID> ids) {
        return statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
    }

    private <T> T query(String sql, Filling filling, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
