package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the journal has come. */
@ApplicationScoped
public class JournalPosition {
    private static final String SIZE = "select size from log_head";
    private static final String CURSOR =
            "select coalesce((select position from follower_cursor where name = ?), 0) as position";

    private final FollowerSql sql;

    JournalPosition(FollowerSql sql) {
        this.sql = sql;
    }

    /** Entries in the journal now; what was committed to it before is in every record that is read from now on. */
    public long size() {
        return sql.query(SIZE, row -> row.getLong("size")).getFirst();
    }

    /** Entries that the follower of this name has left behind it. */
    public long followed(String follower) {
        return sql.query(CURSOR, row -> row.getLong("position"), follower).getFirst();
    }
}
