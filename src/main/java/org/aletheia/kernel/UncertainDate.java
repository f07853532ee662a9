package org.aletheia.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * A date as somebody knows it, in the part of EDTF (ISO 8601-2:2019) that evidence needs. The text is kept as given.
 *
 * <p>Accepted: {@code 2014}, {@code 2014-03}, {@code 2014-03-05}; with a time {@code 2014-03-05T14:30:00}, followed by
 * {@code Z}, {@code +02} or {@code +02:00} where the zone is known; {@code ?} uncertain, {@code ~} approximate, {@code %}
 * both, at the end of a date; {@code X} for an unspecified digit ({@code 201X}, {@code 2014-XX-05}); seasons
 * {@code 2014-21} spring to {@code 2014-24} winter; intervals of any two of these with {@code /}, where {@code ..} is an
 * open end and an empty end an unknown one. Refused: everything else, dates that cannot exist, and intervals that end
 * before they start. Years run from 0000 to 9999.
 *
 * <p>Bounds are inclusive, at millisecond precision. Text without a zone is read in UTC. A qualifier does not widen the
 * bounds. Seasons cover both hemispheres, so that no search misses one: spring and autumn 1 March to 30 November, summer
 * and winter from December of the year before to February of the year after.
 *
 * @param edtf the text as given, at most 64 characters
 */
public record UncertainDate(String edtf) {
    private static final int MAX_LENGTH = 64;

    public UncertainDate {
        if (edtf.length() > MAX_LENGTH) {
            throw new MalformedValueException("edtf-length", "longer than " + MAX_LENGTH + " characters");
        }
        EdtfBounds.parse(edtf);
    }

    /**
     * Same as the constructor.
     *
     * @throws MalformedValueException {@code edtf-length}, {@code edtf-form}, {@code edtf-impossible} or
     *     {@code edtf-reversed}
     */
    public static UncertainDate parse(String edtf) {
        return new UncertainDate(edtf);
    }

    /** The first instant that the text can mean; empty where the start is open or unknown. */
    public Optional<Instant> earliest() {
        return EdtfBounds.parse(edtf).earliest();
    }

    /** The last millisecond that the text can mean; empty where the end is open or unknown. */
    public Optional<Instant> latest() {
        return EdtfBounds.parse(edtf).latest();
    }

    /** Whether some instant can be meant by both; an open or unknown end reaches for ever. */
    public boolean overlaps(UncertainDate other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** Whether the text names two ends. */
    public boolean interval() {
        return edtf.indexOf('/') >= 0;
    }

    /** Whether some part is marked {@code ?} or {@code %}. */
    public boolean uncertain() {
        return edtf.indexOf('?') >= 0 || edtf.indexOf('%') >= 0;
    }

    /** Whether some part is marked {@code ~} or {@code %}. */
    public boolean approximate() {
        return edtf.indexOf('~') >= 0 || edtf.indexOf('%') >= 0;
    }

    @Override
    public String toString() {
        return edtf;
    }

    private boolean startsBeforeEndOf(UncertainDate other) {
        Optional<Instant> end = other.latest();
        return earliest()
                .flatMap(start -> end.map(last -> !start.isAfter(last)))
                .orElse(true);
    }
}
