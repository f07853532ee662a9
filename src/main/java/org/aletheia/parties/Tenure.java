package org.aletheia.parties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * For how long something held, as well as it is known: it began at one instant, ended at a later or the same one, and
 * held without a break between. Instants are milliseconds since 1970 in UTC, {@link Long#MIN_VALUE} and
 * {@link Long#MAX_VALUE} where there is no bound.
 *
 * @param during an interval whose ends are the beginning and the end, or a date that is both
 * @param firstSeen first date on which a source has it so
 * @param lastSeen last date on which a source has it so
 * @param startKnown whether the start of {@code during} is the real beginning; else it held at that time, and began then
 *     or before
 * @param endKnown whether the end of {@code during} is the real end; else it held at that time, and ended then or later
 */
public record Tenure(
        @Nullable UncertainDate during,
        @Nullable UncertainDate firstSeen,
        @Nullable UncertainDate lastSeen,
        boolean startKnown,
        boolean endKnown) {
    /** Nothing is known of when. */
    public static final Tenure UNKNOWN = new Tenure(null, null, null, false, false);

    /** The start of {@code during}; empty where open, unknown or not given. */
    public Optional<UncertainDate> start() {
        return part(during, true);
    }

    /** The end of {@code during}; empty where open, unknown or not given. */
    public Optional<UncertainDate> end() {
        return part(during, false);
    }

    /** The first instant at which it can have held. */
    public long possibleFrom() {
        return startKnown ? bound(start().flatMap(UncertainDate::earliest), Long.MIN_VALUE) : Long.MIN_VALUE;
    }

    /** The last instant at which it can have held. */
    public long possibleTo() {
        return endKnown ? bound(end().flatMap(UncertainDate::latest), Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    /** The instant by which it has begun, whatever the dates mean. */
    public long certainFrom() {
        return marks().mapToLong(mark -> bound(mark.latest(), Long.MAX_VALUE))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The instant before which it has not ended, whatever the dates mean. */
    public long certainTo() {
        LongStream firsts = marks().mapToLong(mark -> bound(mark.earliest(), Long.MIN_VALUE));
        return firsts.max().orElse(Long.MIN_VALUE);
    }

    /** Whether it can have held at some moment of the day. */
    public boolean possibleOn(Day day) {
        return possibleFrom() <= day.last() && possibleTo() >= day.first();
    }

    /** Whether it held at some moment of the day, whatever the dates mean. */
    public boolean certainOn(Day day) {
        return certainFrom() <= day.last() && certainTo() >= day.first();
    }

    /** At each of these it held at some moment; a date that its author doubts makes nothing certain. */
    private Stream<UncertainDate> marks() {
        return Stream.of(start(), end(), Optional.ofNullable(firstSeen), Optional.ofNullable(lastSeen))
                .flatMap(Optional::stream)
                .filter(mark -> !mark.uncertain() && !mark.approximate());
    }

    private static Optional<UncertainDate> part(@Nullable UncertainDate whole, boolean first) {
        if (whole == null || !whole.interval()) {
            return Optional.ofNullable(whole);
        }
        List<String> ends = List.of(whole.edtf().split("/", -1));
        String end = first ? ends.getFirst() : ends.getLast();
        return end.isEmpty() || end.equals("..") ? Optional.empty() : Optional.of(UncertainDate.parse(end));
    }

    private static long bound(Optional<Instant> instant, long otherwise) {
        return instant.map(Instant::toEpochMilli).orElse(otherwise);
    }
}
