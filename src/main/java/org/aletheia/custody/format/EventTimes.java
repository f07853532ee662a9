package org.aletheia.custody.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** The one text of a time in events: RFC 3339 in UTC with exactly three digits of a second. */
final class EventTimes {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private EventTimes() {}

    static Instant checked(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new MalformedValueException("event-time", "the year is not between 0000 and 9999");
        }
        return time;
    }

    static String format(Instant time) {
        return FORM.format(time);
    }

    static Instant parse(String text) {
        try {
            Instant time = FORM.parse(text, Instant::from);
            if (format(time).equals(text)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // falls through to the one refusal
        }
        throw new MalformedValueException("event-time", "not of the form 2026-01-31T23:59:59.000Z");
    }
}
