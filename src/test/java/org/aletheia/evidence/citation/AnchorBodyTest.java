package org.aletheia.evidence.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.citation.AnchorBody.RegionBody;
import org.aletheia.evidence.citation.AnchorBody.TextSpanBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AnchorBodyTest {
    private static final CodeLists LISTS = new CodeLists();

    @Test
    void pagesTimesAndRegionsAreAnchors() {
        assertThat(found(new AnchorBody(3, 4, null, null, null, null))).isEmpty();
        assertThat(found(new AnchorBody(null, null, 0L, 1500L, null, null))).isEmpty();
        assertThat(found(new AnchorBody(null, null, 10L, null, new RegionBody(0, 0, 10, 10, null), null)))
                .isEmpty();
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        assertThat(new AnchorBody(2, null, null, null, new RegionBody(1, 2, 3, 4, null), null).check("/anchor", checks))
                .isEqualTo(new Anchor(2, null, null, null, new Anchor.Region(1, 2, 3, 4, null), null));
    }

    @Test
    void whatPointsNowhereIsRefused() {
        assertThat(found(new AnchorBody(null, null, null, null, null, null))).containsExactly("anchor-empty");
        assertThat(found(new AnchorBody(1, null, 1L, null, null, null))).containsExactly("anchor-page-and-time");
        assertThat(found(new AnchorBody(0, null, null, null, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(4, 3, null, null, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(null, null, 5L, 4L, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(1, null, null, 4L, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(1, null, null, null, new RegionBody(0, 0, 0, 1, null), null)))
                .containsExactly("region-form");
        assertThat(found(new AnchorBody(1, null, null, null, new RegionBody(-1, 0, 1, null, null), null)))
                .containsExactly("region-form");
    }

    @Test
    void aRegionMayBeInHundredths() {
        assertThat(found(region(10, 20, 90, 80, "percent"))).isEmpty();
        assertThat(found(region(10, 20, 91, 80, "percent"))).containsExactly("region-form");
        assertThat(found(region(10, 20, 91, 80, "pixel"))).isEmpty();
        assertThat(found(region(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 1, "percent")))
                .containsExactly("region-form");
        assertThat(found(region(0, 0, 1, 1, "em"))).containsExactly("region-unit");
    }

    @Test
    void aSpanOfTextHasAStartBeforeItsEnd() {
        assertThat(found(span(0, 1))).isEmpty();
        assertThat(found(span(5, 5))).containsExactly("text-span-form");
        assertThat(found(span(-1, 5))).containsExactly("text-span-form");
        assertThat(found(span(null, 5))).containsExactly("text-span-form");
        assertThat(found(new AnchorBody(3, null, null, null, null, new TextSpanBody(1, 2))))
                .isEmpty();
        assertThat(found(new AnchorBody(null, null, 0L, null, null, new TextSpanBody(1, 2))))
                .containsExactly("anchor-text-and-other");
    }

    @Test
    void fragmentsAreWrittenAsTheStandardsWriteThem() {
        assertThat(new Anchor(2, 3, null, null, new Anchor.Region(1, 2, 3, 4, null), null).fragment())
                .isEqualTo("page=2-3&xywh=pixel:1,2,3,4");
        assertThat(new Anchor(null, null, 500L, 2000L, null, null).fragment()).isEqualTo("t=0.5,2");
        assertThat(new Anchor(null, null, 60_000L, null, null, null).fragment()).isEqualTo("t=60");
        assertThat(new Anchor(null, null, null, null, null, new Anchor.TextSpan(10, 25)).fragment())
                .isEqualTo("char=10,25");
        assertThat(new Anchor(null, null, null, null, new Anchor.Region(1, 2, 3, 4, "percent"), null).fragment())
                .isEqualTo("xywh=percent:1,2,3,4");
    }

    private static AnchorBody region(int x, int y, int width, int height, String unit) {
        return new AnchorBody(null, null, null, null, new RegionBody(x, y, width, height, unit), null);
    }

    private static AnchorBody span(@Nullable Integer start, @Nullable Integer end) {
        return new AnchorBody(null, null, null, null, null, new TextSpanBody(start, end));
    }

    private static List<String> found(AnchorBody body) {
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        body.check("/anchor", checks);
        return checks.findings().list().stream().map(Finding::code).toList();
    }
}
