package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.ClosureGround;
import org.jspecify.annotations.Nullable;

/** On what grounds records are closed now, and until when; and which events changed that. */
@ApplicationScoped
public class ClosureRows {
    private static final String STANDING = """
            select record_id, ground, ends_at from closure
            where kind = ? and record_id = any (?) and ended_at is null and (ends_at is null or ends_at > now())""";

    private static final String CHANGED_BY = """
            select begun_by_event as event_id, kind, record_id from closure where begun_by_event = any (?)
            union all
            select ended_by_event, kind, record_id from closure where ended_by_event = any (?)""";

    private final FollowerSql sql;

    ClosureRows(FollowerSql sql) {
        this.sql = sql;
    }

    /** Grounds and ends by record, each ground with the last of its ends; records that nothing closes are absent. */
    public Map<UUID, Map<ClosureGround, Optional<Instant>>> of(String kind, Collection<UUID> records) {
        Map<UUID, Map<ClosureGround, Optional<Instant>>> closures = new HashMap<>();
        sql.query(STANDING, ClosureRows::closure, kind, records)
                .forEach(closure -> closures.computeIfAbsent(closure.record, record -> new HashMap<>())
                        .merge(closure.ground, Optional.ofNullable(closure.ends), ClosureRows::later));
        return closures;
    }

    /** What these events closed or opened, whatever their subjects are. */
    public List<Changed> changedBy(Collection<UUID> events) {
        return sql.query(CHANGED_BY, ClosureRows::changed, events, events);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.flatMap(end -> other.map(second -> second.isAfter(end) ? second : end));
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                FollowerSql.id(row, "record_id"),
                ClosureGround.parse(row.getString("ground")),
                FollowerSql.instant(row, "ends_at"));
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(FollowerSql.id(row, "event_id"), row.getString("kind"), FollowerSql.id(row, "record_id"));
    }

    /** A record, by the code of its kind, of which an event began or ended a closure. */
    public record Changed(UUID event, String kind, UUID record) {}

    private record Closure(
            UUID record, ClosureGround ground, @Nullable Instant ends) {}
}
