package org.aletheia.platform.persistence;

import java.sql.SQLException;

/** A plain JDBC statement failed; nothing is said of whether a commit under way took effect. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super("database statement failed", cause);
    }
}
