package org.aletheia.evidence.citation;

import org.jspecify.annotations.Nullable;

/**
 * Where in an item: pages or a time range, and within them a region where needed.
 *
 * @param page from 1; null where not paged
 * @param toPage last page of a range
 * @param fromMs milliseconds from the start; null where not timed
 * @param toMs end of the range
 * @param region of a page, picture or frame
 */
public record Anchor(
        @Nullable Integer page,
        @Nullable Integer toPage,
        @Nullable Long fromMs,
        @Nullable Long toMs,
        @Nullable Region region) {

    /** A rectangle in pixels of the item as received, from its upper left corner. */
    public record Region(int x, int y, int width, int height) {}
}
