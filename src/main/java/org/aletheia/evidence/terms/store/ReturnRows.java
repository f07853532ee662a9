package org.aletheia.evidence.terms.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.terms.DueReturn;
import org.aletheia.evidence.terms.DueReturn.Had;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Returns of what the caller's organisation handed in; every method joins the caller's transaction. */
@ApplicationScoped
public class ReturnRows {
    /** Days are ISO 8601, so their order is that of their text. */
    private static final String DUE = """
            with due as (
                select s.id, s.statement -> 'conditions' ->> 'returnBy' as return_by from submission s
                where s.owner_org = any (aletheia_orgs()) and %s
                    and s.statement -> 'conditions' ->> 'returnBy' <= ?
                order by s.id limit ?)
            select due.id, due.return_by, had.organisation, c.confirmed_by, c.confirmed_at
            from due left join lateral aletheia_had_from(due.id) had on true
                left join return_confirmation c on c.submission = due.id and c.organisation = had.organisation
            order by due.id, had.organisation""";

    private static final String CONFIRM = """
            insert into return_confirmation (submission, organisation, confirmed_by, confirmed_at, event_id)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    private final AgroalDataSource dataSource;

    ReturnRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those due on a day that row-level security shows, whoever had them or nobody, after an id, in order of ids. */
    public List<DueReturn> due(UUID after, LocalDate on, int most) {
        return query(DUE.formatted("s.id > ?"), after, on, most);
    }

    /** One, where it is due on a day. */
    public Optional<DueReturn> due(UUID submission, LocalDate on) {
        return query(DUE.formatted("s.id = ?"), submission, on, 1).stream().findFirst();
    }

    /** Adds a confirmation; false where there is one. */
    public boolean confirm(UUID submission, UUID organisation, UUID by, Instant at, UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement confirm = connection.prepareStatement(CONFIRM)) {
            confirm.setObject(1, submission);
            confirm.setObject(2, organisation);
            confirm.setObject(3, by);
            confirm.setTimestamp(4, Timestamp.from(at));
            confirm.setObject(5, event);
            return confirm.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<DueReturn> query(String sql, UUID id, LocalDate on, int most) {
        Map<UUID, LocalDate> days = new LinkedHashMap<>();
        Map<UUID, List<Had>> had = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            select.setString(2, on.toString());
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID submission = rows.getObject("id", UUID.class);
                    days.put(submission, LocalDate.parse(rows.getString("return_by")));
                    List<Had> those = had.computeIfAbsent(submission, none -> new ArrayList<>());
                    @Nullable UUID organisation = rows.getObject("organisation", UUID.class);
                    if (organisation != null) {
                        those.add(had(organisation, rows));
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return days.entrySet().stream()
                .map(each -> new DueReturn(each.getKey(), each.getValue(), had.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    private static Had had(UUID organisation, ResultSet row) throws SQLException {
        @Nullable Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Had(
                organisation,
                row.getObject("confirmed_by", UUID.class),
                confirmed == null ? null : confirmed.toInstant());
    }
}
