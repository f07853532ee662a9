package org.aletheia.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database apart by SQLSTATE (PostgreSQL manual, appendix A). */
public final class DatabaseFailures {
    private DatabaseFailures() {}

    /** Whether the database could not be reached, is shutting down or has no room; a later attempt may succeed. */
    public static boolean unavailable(Throwable failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = state(failure);
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))
                || acquisitionTimeout(failure);
    }

    /** Whether another transaction was faster: unique key, serialisation or deadlock. */
    public static boolean conflict(Throwable failure) {
        String state = state(failure);
        return "23505".equals(state) || "40001".equals(state) || "40P01".equals(state);
    }

    /** Whether the failure is a broken unique key of that name. */
    public static boolean breaksUnique(@Nullable Throwable failure, String constraint) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ("23505".equals(state(cause))
                    && String.valueOf(cause.getMessage()).contains('"' + constraint + '"')) {
                return true;
            }
        }
        return false;
    }

    /** The pool gives its time-outs no SQLSTATE and no type of their own. */
    private static boolean acquisitionTimeout(Throwable failure) {
        return failure instanceof SQLException
                && state(failure) == null
                && String.valueOf(failure.getMessage()).contains("cquisition timeout");
    }

    private static @Nullable String state(Throwable failure) {
        return failure instanceof SQLException sql ? sql.getSQLState() : null;
    }
}
