package org.aletheia.search.rest;

import java.util.Arrays;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.aletheia.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** Reads the place of a search. */
final class SearchArea {
    /** Half the way around the Earth: everything. */
    private static final double MAX_KILOMETRES = 20_040;

    private final Findings findings;

    SearchArea(Findings findings) {
        this.findings = findings;
    }

    SearchQuery.@Nullable Near near(@Nullable String centre, @Nullable String within) {
        if (centre == null && within == null) {
            return null;
        }
        boolean both = findings.require(centre != null, "?near", "required")
                & findings.require(within != null, "?within", "required");
        if (!both || centre == null || within == null) {
            return null;
        }
        GeoPoint point = findings.parse("?near", () -> point(numbers(centre, 2), 0));
        Double kilometres = findings.parse("?within", () -> kilometres(numbers(within, 1)[0]));
        return point == null || kilometres == null ? null : new SearchQuery.Near(point, kilometres);
    }

    SearchQuery.@Nullable Box box(@Nullable String bbox) {
        return bbox == null ? null : findings.parse("?bbox", () -> box(numbers(bbox, 4)));
    }

    private static SearchQuery.Box box(double[] bounds) {
        GeoPoint southWest = point(bounds, 0);
        GeoPoint northEast = point(bounds, 2);
        if (southWest.latitude() > northEast.latitude()) {
            throw new MalformedValueException("bbox-reversed", "south is greater than north");
        }
        return new SearchQuery.Box(
                southWest.longitude(), southWest.latitude(), northEast.longitude(), northEast.latitude());
    }

    private static GeoPoint point(double[] numbers, int at) {
        return new GeoPoint(numbers[at], numbers[at + 1]);
    }

    private static double kilometres(double distance) {
        if (!(distance > 0 && distance <= MAX_KILOMETRES)) {
            throw new MalformedValueException("distance", "not between 0 and " + MAX_KILOMETRES + " km");
        }
        return distance;
    }

    private static double[] numbers(String text, int count) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            throw new MalformedValueException("number", "not a number");
        }
        throw new MalformedValueException("number-count", "not " + count + " numbers");
    }
}
