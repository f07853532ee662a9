package org.aletheia.kernel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/**
 * When somebody comes of age, at eighteen years (Convention on the Rights of the Child, Article 1), as well as their birth or
 * age is known. It is the start, in UTC, of some day from {@code first} to {@code last}. Of an act that can have been done
 * from {@code a} to {@code b} the person was surely a child where {@code b < first}, and possibly one where {@code a < last}.
 * Who was born on 29 February comes of age on 1 March.
 *
 * @param first milliseconds since 1970; {@link Long#MIN_VALUE} where open
 * @param last inclusive; {@link Long#MAX_VALUE} where open
 */
public record Majority(long first, long last) {
    private static final int AGE = 18;

    /** Of whoever was born at that date. */
    public static Majority ofBirth(UncertainDate born) {
        return from(Span.of(born), day -> laterBy(day, AGE), day -> laterBy(day, AGE));
    }

    /**
     * Of whoever was at some moment of {@code on} not younger than {@code least} and not older than {@code most} full years.
     */
    public static Majority ofAge(int least, int most, UncertainDate on) {
        return from(
                Span.of(on),
                // not yet most + 1 on that day
                day -> day.plusYears(AGE - 1L - most).plusDays(1),
                day -> laterBy(day, AGE - least));
    }

    /** What both hold possible, where they differ the later: whoever either of them makes a child counts as one. */
    public Majority orLater(Majority other) {
        return new Majority(Math.max(first, other.first), Math.max(last, other.last));
    }

    private static Majority from(Span known, UnaryOperator<LocalDate> earliest, UnaryOperator<LocalDate> latest) {
        return new Majority(
                known.first() == Long.MIN_VALUE ? Long.MIN_VALUE : start(earliest.apply(Span.day(known.first()))),
                known.last() == Long.MAX_VALUE ? Long.MAX_VALUE : start(latest.apply(Span.day(known.last()))));
    }

    private static LocalDate laterBy(LocalDate day, int years) {
        LocalDate later = day.plusYears(years);
        return later.getDayOfMonth() < day.getDayOfMonth() ? later.plusDays(1) : later;
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
