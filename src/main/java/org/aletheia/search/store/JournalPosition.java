package org.aletheia.search.store;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the journal has come. */
@ApplicationScoped
public class JournalPosition {
    private static final String SIZE = "select size from log_head";

    private final FollowerSql sql;

    JournalPosition(FollowerSql sql) {
        this.sql = sql;
    }

    /** Entries in the journal now; what was committed to it before is in every record that is read from now on. */
    public long size() {
        return sql.query(SIZE, row -> row.getLong("size")).getFirst();
    }
}
