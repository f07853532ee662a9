package org.aletheia.evidence.citation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.citation.Anchor;
import org.aletheia.evidence.citation.rest.AnchorBody.RegionBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AnchorBodyTest {
    private static final CodeLists LISTS = new CodeLists();

    @Test
    void pagesTimesAndRegionsAreAnchors() {
        assertThat(found(new AnchorBody(3, 4, null, null, null))).isEmpty();
        assertThat(found(new AnchorBody(null, null, 0L, 1500L, null))).isEmpty();
        assertThat(found(new AnchorBody(null, null, 10L, null, new RegionBody(0, 0, 10, 10))))
                .isEmpty();
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        assertThat(new AnchorBody(2, null, null, null, new RegionBody(1, 2, 3, 4)).check(checks))
                .isEqualTo(new Anchor(2, null, null, null, new Anchor.Region(1, 2, 3, 4)));
    }

    @Test
    void whatPointsNowhereIsRefused() {
        assertThat(found(new AnchorBody(null, null, null, null, null))).containsExactly("anchor-empty");
        assertThat(found(new AnchorBody(1, null, 1L, null, null))).containsExactly("anchor-page-and-time");
        assertThat(found(new AnchorBody(0, null, null, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(4, 3, null, null, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(null, null, 5L, 4L, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(1, null, null, 4L, null))).containsExactly("out-of-range");
        assertThat(found(new AnchorBody(1, null, null, null, new RegionBody(0, 0, 0, 1))))
                .containsExactly("region-form");
        assertThat(found(new AnchorBody(1, null, null, null, new RegionBody(-1, 0, 1, null))))
                .containsExactly("region-form");
    }

    private static List<String> found(AnchorBody body) {
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        body.check(checks);
        return checks.findings().list().stream().map(Finding::code).toList();
    }
}
