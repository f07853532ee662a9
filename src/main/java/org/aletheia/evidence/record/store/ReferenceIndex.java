package org.aletheia.evidence.record.store;

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
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Which records name others, behind the wall and as far as the caller may list their kinds: table {@code record_reference}. */
@ApplicationScoped
public class ReferenceIndex {
    private static final String NAMING = """
            with %s, asked (kinds, most) as (select cast(? as text[]), cast(? as integer))
            select distinct n.from_kind, n.from_id
            from unnest(cast(? as uuid[])) as named (id), caller, asked,
                lateral (select r.from_kind, r.from_id from record_reference r
                    where r.to_id = named.id and r.from_kind = any (asked.kinds) and r.from_kind
                        = any (case when r.owner_org = caller.organisation then caller.own else caller.shared end)
                    order by r.from_kind, r.from_id limit asked.most) n
            order by n.from_kind, n.from_id limit (select most from asked)""".formatted(ListedKinds.CALLER);

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    ReferenceIndex(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    /** At most so many of the records that name one of these, in one query. */
    public List<RecordName> naming(Collection<UUID> named, Collection<RecordKind> kinds, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NAMING)) {
            int next = ListedKinds.of(guard).bind(statement, 1);
            Object[] codes = kinds.stream().map(RecordKind::code).toArray();
            statement.setArray(next, connection.createArrayOf("text", codes));
            statement.setInt(next + 1, limit);
            statement.setArray(next + 2, connection.createArrayOf("uuid", named.toArray()));
            List<RecordName> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(new RecordName(RecordKind.parse(rows.getString(1)), rows.getObject(2, UUID.class)));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
