package org.aletheia.evidence.citation;

import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** An {@link Anchor} as callers write it. */
public record AnchorBody(
        @Nullable Integer page,
        @Nullable Integer toPage,
        @Nullable Long fromMs,
        @Nullable Long toMs,
        @Nullable RegionBody region,
        @Nullable TextSpanBody text) {

    /**
     * From the upper left corner.
     *
     * @param unit {@code pixel}, which it is where nothing is said, or {@code percent}
     */
    public record RegionBody(
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String unit) {
        private static final int WHOLE = 100;

        Anchor.@Nullable Region check(String at, Findings findings) {
            boolean percent = Anchor.Region.PERCENT.equals(unit);
            findings.require(unit == null || percent || unit.equals("pixel"), at + "/unit", "region-unit");
            if (x == null || y == null || width == null || height == null) {
                findings.add(at, "region-form");
                return null;
            }
            boolean inside = !percent || (long) x + width <= WHOLE && (long) y + height <= WHOLE;
            findings.require(x >= 0 && y >= 0 && width > 0 && height > 0 && inside, at, "region-form");
            return new Anchor.Region(x, y, width, height, percent ? Anchor.Region.PERCENT : null);
        }
    }

    /** Unicode characters from 0; the last one is before {@code end}. */
    public record TextSpanBody(
            @Nullable Integer start, @Nullable Integer end) {
        Anchor.@Nullable TextSpan check(String at, Findings findings) {
            boolean formed = start != null && end != null && start >= 0 && end > start;
            findings.require(formed, at, "text-span-form");
            return start == null || end == null ? null : new Anchor.TextSpan(start, end);
        }
    }

    /** The anchor, incomplete where something was found. */
    public Anchor check(String at, Checks checks) {
        Findings findings = checks.findings();
        findings.require(page != null || fromMs != null || region != null || text != null, at, "anchor-empty");
        findings.require(page == null || fromMs == null, at, "anchor-page-and-time");
        findings.require(text == null || fromMs == null && region == null, at, "anchor-text-and-other");
        range(findings, at + "/page", at + "/toPage", 1, widened(page), widened(toPage));
        range(findings, at + "/fromMs", at + "/toMs", 0, fromMs, toMs);
        return new Anchor(
                page,
                toPage,
                fromMs,
                toMs,
                region == null ? null : region.check(at + "/region", findings),
                text == null ? null : text.check(at + "/text", findings));
    }

    private static @Nullable Long widened(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    private static void range(
            Findings findings, String first, String last, long least, @Nullable Long from, @Nullable Long to) {
        findings.require(from == null || from >= least, first, "out-of-range");
        findings.require(to == null || (from != null && to >= from), last, "out-of-range");
    }
}
