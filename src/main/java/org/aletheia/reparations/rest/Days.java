package org.aletheia.reparations.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/** Days that have to be known exactly. */
final class Days {
    private Days() {}

    /** The day, or null with {@code day-form} where it is none of the form {@code 2026-03-05}. */
    static @Nullable String check(Checks checks, String at, @Nullable String value) {
        boolean day = value == null || isDay(value);
        return checks.findings().require(day, at, "day-form") ? value : null;
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value) && value.length() == 10;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
