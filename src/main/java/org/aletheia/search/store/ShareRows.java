package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.Purpose;
import org.aletheia.search.elastic.SearchDocument.Granted;

/** With whom records are shared now, until when and for what. */
@ApplicationScoped
public class ShareRows {
    private static final String LIVE = """
            select kind, record_id, grantee_org, purposes, ends_at from share
            where record_id = any (?) and ended_at is null and (ends_at is null or ends_at > now())""";

    private final FollowerSql sql;

    ShareRows(FollowerSql sql) {
        this.sql = sql;
    }

    /** Grantees, and what they were granted, by record; records that are not shared are absent. */
    public Map<Shared, Map<UUID, Granted>> of(Collection<UUID> records) {
        Map<Shared, Map<UUID, Granted>> shares = new HashMap<>();
        sql.query(LIVE, ShareRows::share, records)
                .forEach(share -> shares.computeIfAbsent(share.record, record -> new HashMap<>())
                        .put(share.grantee, share.granted));
        return shares;
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                new Shared(row.getString("kind"), FollowerSql.id(row, "record_id")),
                FollowerSql.id(row, "grantee_org"),
                new Granted(Optional.ofNullable(FollowerSql.instant(row, "ends_at")), Purpose.parse((String[])
                        row.getArray("purposes").getArray())));
    }

    /** A record by the code of its kind. */
    public record Shared(String kind, UUID id) {}

    private record Share(Shared record, UUID grantee, Granted granted) {}
}
