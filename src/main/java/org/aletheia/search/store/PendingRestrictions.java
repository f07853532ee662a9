package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.search.elastic.AccessScope.Restricted;

/** Records whose access was narrowed, as long as some search could still show them too widely. */
@ApplicationScoped
public class PendingRestrictions {
    /** How far the clocks of two replicas may be apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private static final String SINCE = """
            select kind, record_id from restriction_pending
            where (organisation is null or organisation = ?) and (indexed_at is null or indexed_at > ?)""";

    private static final String INDEXED =
            "update restriction_pending set indexed_at = ? where event_id = any (?) and indexed_at is null";

    private static final String PENDING =
            "select event_id, kind, record_id from restriction_pending where event_id = any (?)";

    private static final String FORGET = "delete from restriction_pending where indexed_at < ?";

    private final FollowerSql sql;
    private final Clock clock;

    PendingRestrictions(FollowerSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a search for the organisation, in a view of the index that was opened then, has to leave out. */
    public List<Restricted> since(UUID organisation, Instant opened) {
        return sql.query(SINCE, PendingRestrictions::restricted, organisation, opened.minus(CLOCKS));
    }

    /**
     * What the events narrowed, by event, so that these changes must be visible to searches at once. It can be another record
     * than the one that an event tells of, which its own history does not mention.
     */
    public Map<UUID, List<Restricted>> by(Collection<UUID> events) {
        return sql.query(PENDING, row -> Map.entry(FollowerSql.id(row, "event_id"), restricted(row)), events).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The index shows what these events changed, to every search that begins from now on. */
    public void indexed(Collection<UUID> events) {
        sql.update(INDEXED, clock.instant(), events);
    }

    /** Removes rows that no view of the index needs any more. */
    public void forget(Duration longestView) {
        sql.update(FORGET, clock.instant().minus(longestView).minus(CLOCKS));
    }

    private static Restricted restricted(ResultSet row) throws SQLException {
        return new Restricted(RecordKind.parse(row.getString("kind")), FollowerSql.id(row, "record_id"));
    }
}
