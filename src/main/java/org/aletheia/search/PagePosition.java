package org.aletheia.search;

import java.time.Instant;
import org.aletheia.search.elastic.Finder;
import org.aletheia.search.elastic.PointInTime;

/**
 * Where the next page begins; the content of a cursor.
 *
 * @param seen hits of all pages so far
 */
record PagePosition(PointInTime point, Finder.Position last, long seen) {
    String text() {
        return String.join(
                " ",
                point.id(),
                Long.toString(point.openedAt().toEpochMilli()),
                Double.toString(last.score()),
                Long.toString(last.document()),
                Long.toString(seen));
    }

    /** @param text authenticated, so of the form that {@link #text} gives */
    static PagePosition parse(String text) {
        String[] parts = text.split(" ");
        return new PagePosition(
                new PointInTime(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1]))),
                new Finder.Position(Double.parseDouble(parts[2]), Long.parseLong(parts[3])),
                Long.parseLong(parts[4]));
    }
}
