package org.aletheia.evidence.citation.rest;

import org.aletheia.evidence.citation.Anchor;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** An {@link Anchor} as callers write it. */
record AnchorBody(
        @Nullable Integer page,
        @Nullable Integer toPage,
        @Nullable Long fromMs,
        @Nullable Long toMs,
        @Nullable RegionBody region) {

    /** In pixels, from the upper left corner. */
    record RegionBody(
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer width,
            @Nullable Integer height) {
        Anchor.@Nullable Region check(Findings findings) {
            boolean fits = x != null && x >= 0 && y != null && y >= 0;
            boolean sized = width != null && width > 0 && height != null && height > 0;
            findings.require(fits && sized, "/anchor/region", "region-form");
            return x == null || y == null || width == null || height == null
                    ? null
                    : new Anchor.Region(x, y, width, height);
        }
    }

    Anchor check(Checks checks) {
        Findings findings = checks.findings();
        findings.require(page != null || fromMs != null || region != null, "/anchor", "anchor-empty");
        findings.require(page == null || fromMs == null, "/anchor", "anchor-page-and-time");
        range(
                findings,
                "page",
                "toPage",
                1,
                page == null ? null : page.longValue(),
                toPage == null ? null : toPage.longValue());
        range(findings, "fromMs", "toMs", 0, fromMs, toMs);
        return new Anchor(page, toPage, fromMs, toMs, region == null ? null : region.check(findings));
    }

    private static void range(
            Findings findings, String first, String last, long least, @Nullable Long from, @Nullable Long to) {
        findings.require(from == null || from >= least, "/anchor/" + first, "out-of-range");
        findings.require(to == null || (from != null && to >= from), "/anchor/" + last, "out-of-range");
    }
}
