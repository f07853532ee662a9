package org.aletheia.custody.log;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aletheia.platform.signing.SignerUnavailableException;

/** What may be said of a failure in logs: what a database answers can hold values of rows, so only its code is. */
public final class Failures {
    private Failures() {}

    /** One line without data. */
    public static String describe(Throwable failure) {
        return switch (failure) {
            case LogRefusedException refused -> String.valueOf(refused.getMessage());
            case SignerUnavailableException signer -> String.valueOf(signer.getMessage());
            default -> names(failure) + sqlState(failure) + place(failure);
        };
    }

    /** The failure and what caused it, by their classes. */
    private static String names(Throwable failure) {
        StringBuilder names = new StringBuilder(failure.getClass().getSimpleName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" because of ").append(cause.getClass().getSimpleName());
        }
        return names.toString();
    }

    /** Where in this product it came up: names of code, never data. */
    private static String place(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.aletheia."))
                .limit(3)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < ", " at ", ""));
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
