package org.aletheia.custody.log;

import java.sql.SQLException;
import org.aletheia.platform.signing.SignerUnavailableException;

/** What may be said of a failure in logs: what a database answers can hold values of rows, so only its code is. */
public final class Failures {
    private Failures() {}

    /** One line without data. */
    public static String describe(Throwable failure) {
        return switch (failure) {
            case LogRefusedException refused -> String.valueOf(refused.getMessage());
            case SignerUnavailableException signer -> String.valueOf(signer.getMessage());
            default -> failure.getClass().getSimpleName() + sqlState(failure);
        };
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return " (SQL state " + sql.getSQLState() + ")";
            }
        }
        return "";
    }
}
