package org.aletheia.search.elastic;

import java.time.Duration;
import java.time.Instant;

/**
 * A view of all indexes that does not change.
 *
 * @param id as Elasticsearch names it
 * @param openedAt before it was opened: changes that were searchable then are in it
 */
public record PointInTime(String id, Instant openedAt) {
    /** Pages of one search: each renews the point, so that without an end an old view could be read for ever. */
    private static final int READABLE_LIFETIMES = 2;

    /** One more, for a page that was begun in the last moment and for clocks that differ. */
    private static final int LONGEST_LIFETIMES = READABLE_LIFETIMES + 1;

    /** Whether a page may still be read from it, however often it was renewed. */
    public boolean isReadable(Instant now, Duration cursorLifetime) {
        return !openedAt.plus(cursorLifetime.multipliedBy(READABLE_LIFETIMES)).isBefore(now);
    }

    /** How long after a change is in the index somebody may still be answered from a view without it. */
    public static Duration longestView(Duration cursorLifetime) {
        return cursorLifetime.multipliedBy(LONGEST_LIFETIMES);
    }
}
