package org.aletheia.kernel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One end of an EDTF interval, or a date alone: the first and the last millisecond that it can mean. */
record EdtfPoint(Instant first, Instant last) {
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?");
    private static final Pattern SEASON = Pattern.compile("([0-9]{4})-(2[1-4])[?~%]?");
    private static final Pattern DATE = Pattern.compile("([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?");
    private static final String UNSPECIFIED = "XX";

    static EdtfPoint parse(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return time(time.group(1), time.group(2) == null ? "Z" : time.group(2));
        }
        Matcher season = SEASON.matcher(text);
        if (season.matches()) {
            return season(Integer.parseInt(season.group(1)), Integer.parseInt(season.group(2)));
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw form("not a supported EDTF date");
        }
        return new EdtfDigits(date.group(1), orUnspecified(date.group(2)), orUnspecified(date.group(3))).bounds();
    }

    /** From the start of the first day to the last millisecond of the last one, in UTC. */
    static EdtfPoint ofDays(LocalDate first, LocalDate last) {
        Instant end = last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new EdtfPoint(first.atStartOfDay().toInstant(ZoneOffset.UTC), end.minusMillis(1));
    }

    static MalformedValueException form(String detail) {
        return new MalformedValueException("edtf-form", detail);
    }

    static MalformedValueException impossible() {
        return new MalformedValueException("edtf-impossible", "no such date or time exists");
    }

    private static EdtfPoint time(String local, String zone) {
        if (zone.startsWith("-00") && !zone.matches("-00:[0-9]*[1-9][0-9]*")) {
            throw form("ISO 8601 writes the offset zero with a plus sign");
        }
        try {
            Instant second = LocalDateTime.parse(local).toInstant(ZoneOffset.of(zone));
            return new EdtfPoint(second, second.plus(Duration.ofMillis(999)));
        } catch (DateTimeException e) {
            throw impossible();
        }
    }

    private static EdtfPoint season(int year, int season) {
        boolean warmOrCold = season % 2 == 0; // 22 summer, 24 winter
        if (!warmOrCold) {
            return ofDays(LocalDate.of(year, 3, 1), LocalDate.of(year, 11, 30));
        }
        return ofDays(LocalDate.of(year - 1, 12, 1), YearMonth.of(year + 1, 2).atEndOfMonth());
    }

    private static String orUnspecified(@Nullable String group) {
        return group == null ? UNSPECIFIED : group;
    }
}
