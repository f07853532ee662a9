package org.aletheia.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * All instants that a date can mean, read widely: for rules that protect somebody where they may apply. A date that its
 * author doubts ({@code ?}, {@code ~}, {@code %}) reaches five years further either way than it says.
 *
 * @param first milliseconds since 1970 in UTC, {@link Long#MIN_VALUE} where open or unknown
 * @param last inclusive; {@link Long#MAX_VALUE} where open or unknown
 */
public record Span(long first, long last) {
    /** EDTF gives a doubt no width. This one is wider than the error of most estimates of an adolescent's age. */
    private static final int DOUBT = 5;

    public Span {
        if (first > last) {
            throw new IllegalArgumentException("a span that ends before it starts");
        }
    }

    /** What a date can mean. */
    public static Span of(UncertainDate date) {
        int doubt = date.uncertain() || date.approximate() ? DOUBT : 0;
        Optional<Instant> earliest = date.earliest().map(instant -> years(instant, -doubt));
        Optional<Instant> latest = date.latest().map(instant -> years(instant, doubt));
        return new Span(
                earliest.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                latest.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
    }

    /** From the first of both to the last of both, and what lies between. */
    public Span and(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    private static Instant years(Instant instant, int years) {
        return instant.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    /** The day in UTC on which an instant lies. */
    static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
