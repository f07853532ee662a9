package org.aletheia.evidence.citation.store;

import io.agroal.api.AgroalDataSource;
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
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Cited;
import org.aletheia.evidence.citation.Evidence;
import org.aletheia.platform.persistence.DatabaseFailure;

/**
 * The sources of many records in one statement, for answers that show an assertion with what bears on it. The records
 * are ones that the caller may list: the query asks for the items only.
 */
@ApplicationScoped
public class EvidenceStore {
    /** What points to an item that was disposed of is beside the rest, so that the rest stays a join. */
    private static final String SOURCES = """
            with %s,
            said as (
                select s.subject_id, s.id, s.item_id, s.content ->> 'support' as support, s.content ->> 'about' as about
                from source s, caller where s.subject_id = any (?) and s.subject_kind = ? and %s),
            told as (
                select said.* from said, caller where %s
                union all
                select said.* from said, caller where %s)
            select subject_id, id, item_id, support, about, seen from (
                select told.*,
                    row_number() over (partition by subject_id order by id) as place,
                    count(*) over (partition by subject_id) as seen
                from told) numbered
            where place <= ? order by subject_id, id""".formatted(
                    ListedKinds.CALLER,
                    ListedKinds.row(RecordKind.SOURCE, "s"),
                    ListedKinds.exists(RecordKind.ITEM, "item", "said.item_id"),
                    ListedKinds.existed(RecordKind.ITEM, "said.item_id"));

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    EvidenceStore(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    /**
     * By record; one without sources that the caller sees is left out.
     *
     * @param most sources told of each record
     */
    public Map<UUID, Evidence> of(RecordKind kind, Collection<UUID> records, int most) {
        if (records.isEmpty()) {
            return Map.of();
        }
        ListedKinds listed = ListedKinds.of(guard);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SOURCES)) {
            int next = listed.bind(statement, 1);
            statement.setArray(next, connection.createArrayOf("uuid", records.toArray()));
            statement.setString(next + 1, kind.code());
            statement.setInt(next + 2, most);
            return read(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Map<UUID, Evidence> read(PreparedStatement statement) throws SQLException {
        Map<UUID, List<Cited>> cited = new HashMap<>();
        Map<UUID, Integer> seen = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                UUID record = row.getObject("subject_id", UUID.class);
                seen.put(record, row.getInt("seen"));
                cited.computeIfAbsent(record, id -> new ArrayList<>())
                        .add(new Cited(
                                row.getObject("id", UUID.class),
                                row.getObject("item_id", UUID.class),
                                row.getString("about"),
                                row.getString("support")));
            }
        }
        Map<UUID, Evidence> found = new HashMap<>();
        cited.forEach((record, sources) -> found.put(record, new Evidence(sources, seen.getOrDefault(record, 0))));
        return found;
    }
}
