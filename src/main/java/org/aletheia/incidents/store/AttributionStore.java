package org.aletheia.incidents.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Classification;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.Involvement;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Involvements by the State that they are attributed to; the database keeps {@code involvement_attribution}. */
@ApplicationScoped
public class AttributionStore {
    /** A row of the index is as protected as its involvement; so a page of the one is a page of the other. */
    private static final String PAGE = """
            select i.* from aletheia_attributed(?, ?, ?, ?, ?, ?, ?) as page (id) join involvement i on i.id = page.id
            order by i.id""";

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    AttributionStore(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    /** At most {@code most} involvements that the caller may list, by id. */
    public List<RecordVersion<Involvement>> page(UUID state, String basis, UUID after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            ListedKinds listed = ListedKinds.of(guard);
            statement.setObject(1, state);
            statement.setString(2, basis);
            statement.setObject(3, after);
            statement.setInt(4, most);
            statement.setObject(5, listed.organisation());
            statement.setBoolean(6, listed.ofOwn().contains(RecordKind.INVOLVEMENT.code()));
            statement.setBoolean(7, listed.ofShared().contains(RecordKind.INVOLVEMENT.code()));
            List<RecordVersion<Involvement>> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(version(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static RecordVersion<Involvement> version(ResultSet row) throws SQLException {
        Classification level = Classification.parse(row.getString("classification"));
        Set<String> within = Set.of((String[]) row.getArray("compartments").getArray());
        return new RecordVersion<>(
                RecordKind.INVOLVEMENT,
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                new Protection(level, within),
                row.getInt("revision"),
                instant(row, "created_at"),
                instant(row, "revised_at"),
                RecordCodec.read(row.getString("content"), Involvement.class)
                        .derived(
                                InvolvementStore.derived(row.getString("childhood"), row.getInt("childhood_changes"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
