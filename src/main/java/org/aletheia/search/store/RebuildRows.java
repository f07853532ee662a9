package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.search.RebuildProgress;

/** Rebuilds, so that all replicas know of the one that is under way. */
@ApplicationScoped
public class RebuildRows {
    /** A rebuild that gave no sign for longer died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String BEGIN = """
            insert into search_rebuild (id, reason, state, started_at, heartbeat_at) values (?, ?, 'running', ?, ?)
            on conflict (state) where state = 'running' do nothing""";

    private static final String ADVANCE =
            "update search_rebuild set indexed = ?, heartbeat_at = ? where id = ? and state = 'running'";

    private static final String END =
            "update search_rebuild set state = ?, ended_at = ? where id = ? and state = 'running'";

    private static final String BURY =
            "update search_rebuild set state = 'failed', ended_at = ? where state = 'running' and heartbeat_at < ?";

    private static final String LATEST = "select * from search_rebuild order by started_at desc limit 1";

    private final FollowerSql sql;
    private final Clock clock;

    RebuildRows(FollowerSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins a rebuild unless one is under way in this or another replica. */
    public Optional<UUID> begin(String reason) {
        bury();
        UUID id = Ids.timeOrdered();
        boolean begun = sql.update(BEGIN, id, reason, clock.instant(), clock.instant()) == 1;
        return begun ? Optional.of(id) : Optional.empty();
    }

    /**
     * Notes how far it is.
     *
     * @return false where the others have given it up: it must stop
     */
    public boolean advance(UUID id, long indexed) {
        return sql.update(ADVANCE, indexed, clock.instant(), id) == 1;
    }

    /** Ends it. */
    public void end(UUID id, boolean done) {
        sql.update(END, done ? "done" : "failed", clock.instant(), id);
    }

    /** The one that began last; one that died counts as failed. */
    public Optional<RebuildProgress> latest() {
        bury();
        return sql.query(LATEST, RebuildRows::progress).stream().findFirst();
    }

    private void bury() {
        sql.update(BURY, clock.instant(), clock.instant().minus(SILENCE));
    }

    private static RebuildProgress progress(ResultSet row) throws SQLException {
        return new RebuildProgress(
                FollowerSql.id(row, "id"),
                row.getString("reason"),
                row.getString("state"),
                row.getLong("indexed"),
                Objects.requireNonNull(FollowerSql.instant(row, "started_at")),
                FollowerSql.instant(row, "ended_at"));
    }
}
