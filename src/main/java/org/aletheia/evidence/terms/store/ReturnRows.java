package org.aletheia.evidence.terms.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.evidence.terms.DueReturn;
import org.aletheia.evidence.terms.DueReturn.Had;
import org.aletheia.platform.persistence.Sql;
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

    private final Sql sql;

    ReturnRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Those due on a day that row-level security shows, whoever had them or nobody, after an id, in order of ids. */
    public List<DueReturn> due(UUID after, LocalDate on, int most) {
        return query("s.id > ?", after, on, most);
    }

    /** One, where it is due on a day. */
    public Optional<DueReturn> due(UUID submission, LocalDate on) {
        return query("s.id = ?", submission, on, 1).stream().findFirst();
    }

    /** Adds a confirmation; false where there is one. */
    public boolean confirm(UUID submission, UUID organisation, UUID by, Instant at, UUID event) {
        return sql.update(CONFIRM, submission, organisation, by, Timestamp.from(at), event) == 1;
    }

    private record Row(UUID submission, LocalDate day, Optional<Had> had) {}

    private List<DueReturn> query(String which, UUID id, LocalDate on, int most) {
        Map<UUID, List<Row>> found = sql.list(DUE.formatted(which), ReturnRows::row, id, on.toString(), most).stream()
                .collect(Collectors.groupingBy(Row::submission, LinkedHashMap::new, Collectors.toList()));
        return found.entrySet().stream()
                .map(each -> new DueReturn(
                        each.getKey(),
                        each.getValue().getFirst().day(),
                        each.getValue().stream()
                                .flatMap(row -> row.had().stream())
                                .toList()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        @Nullable UUID organisation = row.getObject("organisation", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                LocalDate.parse(row.getString("return_by")),
                organisation == null ? Optional.empty() : Optional.of(had(organisation, row)));
    }

    private static Had had(UUID organisation, ResultSet row) throws SQLException {
        @Nullable Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Had(
                organisation,
                row.getObject("confirmed_by", UUID.class),
                confirmed == null ? null : confirmed.toInstant());
    }
}
