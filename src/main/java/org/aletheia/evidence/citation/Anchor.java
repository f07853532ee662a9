package org.aletheia.evidence.citation;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where in an item: pages or a time range, and within them a region; or a span of its text. After the selectors of the W3C
 * Web Annotation model and Media Fragments URI 1.0. The words of a text are never repeated here: whoever sees a source need
 * not be one who may read the content of its item.
 *
 * @param page from 1; null where not paged
 * @param toPage last page of a range
 * @param fromMs milliseconds from the start; null where not timed
 * @param toMs end of the range
 * @param region of a page, picture or frame
 * @param text span of the item's text
 */
public record Anchor(
        @Nullable Integer page,
        @Nullable Integer toPage,
        @Nullable Long fromMs,
        @Nullable Long toMs,
        @Nullable Region region,
        @Nullable TextSpan text) {

    /**
     * A rectangle of the item as received, from its upper left corner.
     *
     * @param unit {@link #PERCENT}, or null for pixels
     */
    public record Region(
            int x, int y, int width, int height, @Nullable String unit) {
        /** Hundredths of width and height. */
        public static final String PERCENT = "percent";
    }

    /**
     * A Text Position Selector: Unicode characters (code points) of the text as received, or of the page's text where a page
     * is named.
     *
     * @param start of the first character, from 0
     * @param end after the last one
     */
    public record TextSpan(int start, int end) {}

    /** The same as a fragment: {@code page=2}, {@code t=0.5,2}, {@code xywh=percent:5,5,20,20}, {@code char=10,25} (RFC 5147). */
    public String fragment() {
        StringJoiner parts = new StringJoiner("&");
        if (page != null) {
            parts.add("page=" + page + (toPage == null ? "" : "-" + toPage));
        }
        if (fromMs != null) {
            parts.add("t=" + seconds(fromMs) + (toMs == null ? "" : "," + seconds(toMs)));
        }
        if (region != null) {
            parts.add("xywh=" + (region.unit() == null ? "pixel" : region.unit()) + ":" + region.x() + "," + region.y()
                    + "," + region.width() + "," + region.height());
        }
        if (text != null) {
            parts.add("char=" + text.start() + "," + text.end());
        }
        return parts.toString();
    }

    private static String seconds(long ms) {
        return java.math.BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString();
    }
}
