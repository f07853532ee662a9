package org.aletheia.cases.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.cases.Gaps.Cited;
import org.aletheia.platform.persistence.DatabaseFailure;

/** What the parts of a case rest on, as far as row-level security shows the caller both source and item. */
@ApplicationScoped
public class CaseSources {
    private static final String OF_ELEMENTS = """
            select s.subject_id, s.item_id, s.content ->> 'support', s.created_at
            from source s join item i on i.id = s.item_id
            where s.subject_kind = 'case-element' and s.subject_id = any (?) order by s.id""";
    private static final String ITEMS = """
            select distinct s.item_id from source s join item i on i.id = s.item_id
            where s.subject_kind in ('case-element', 'act', 'incident') and s.subject_id = any (?) order by s.item_id""";

    private final AgroalDataSource dataSource;

    CaseSources(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The sources of elements. */
    public List<Cited> of(Collection<UUID> elements) {
        return query(OF_ELEMENTS, elements, rows -> {
            List<Cited> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Cited(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return found;
        });
    }

    /** The items that elements, acts or incidents cite. */
    public Set<UUID> itemsOf(Collection<UUID> subjects) {
        return query(ITEMS, subjects, rows -> {
            Set<UUID> found = new LinkedHashSet<>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        });
    }

    private <T> T query(String sql, Collection<UUID> ids, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
