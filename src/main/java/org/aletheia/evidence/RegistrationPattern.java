package org.aletheia.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How registration numbers look: fixed text, {@code {year}} at most once and {@code {number:N}} once at the end, with N
 * digits at least. {@code ALT-{year}-{number:6}} gives {@code ALT-2026-000001}.
 *
 * @param pattern as configured
 */
public record RegistrationPattern(String pattern) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9./-]*(?:\\{year}[A-Za-z0-9./-]*)?)\\{number:([1-9])}");

    public RegistrationPattern {
        if (!FORM.matcher(pattern).matches()) {
            throw new IllegalArgumentException("registration pattern needs {number:N} at its end: " + pattern);
        }
    }

    /** The series that numbers of this year count in: each starts at 1. */
    public String series(int year) {
        return parsed().group(1).replace("{year}", Integer.toString(year));
    }

    /** The number as it is cited. */
    public String number(int year, long count) {
        int digits = Integer.parseInt(parsed().group(2));
        String text = Long.toString(count);
        return series(year) + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private Matcher parsed() {
        Matcher matcher = FORM.matcher(pattern);
        if (!matcher.matches()) {
            throw new IllegalStateException(pattern);
        }
        return matcher;
    }
}
