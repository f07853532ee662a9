package org.aletheia.insight;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.kernel.GeoPoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PlaceMapTest {
    private static final GeoPoint EXACT = new GeoPoint(36.2301, 49.9876);

    @Test
    void anExactPlaceHasItsPrecision() {
        Map<String, Object> feature = feature(Seen.placed(1, new Geometry.Point(EXACT), false));
        assertThat(feature.get("geometry"))
                .isEqualTo(Map.of("type", "Point", "coordinates", List.of(36.2301, 49.9876)));
        assertThat(properties(feature)).containsEntry("precision", "exact").containsEntry("coarse", false);
    }

    @Test
    void whatMayIdentifyAProtectedPersonShowsItsCellAlone() {
        Map<String, Object> feature = feature(Seen.placed(1, new Geometry.Point(EXACT), true));
        assertThat(feature.get("geometry")).isEqualTo(Map.of("type", "Point", "coordinates", List.of(36.25, 49.75)));
        assertThat(properties(feature))
                .containsEntry("coarse", true)
                .doesNotContainKeys("precision", "names", "country");
        Geometry area = new Geometry.Polygon(
                List.of(List.of(EXACT, new GeoPoint(36.3, 49.9), new GeoPoint(37.1, 49.9), EXACT)));
        assertThat(feature(Seen.placed(1, area, true)).get("geometry"))
                .isEqualTo(Map.of(
                        "type", "MultiPoint", "coordinates", List.of(List.of(36.25, 49.75), List.of(37.25, 49.75))));
    }

    @Test
    void whatHasNoPlaceHasNoGeometry() {
        assertThat(feature(Seen.dated(1, "2014"))).containsEntry("geometry", null);
        assertThat(feature(Seen.placed(1, null, false))).containsEntry("geometry", null);
    }

    @Test
    void whatWentHasNoGeometryAndSaysNothingElse() {
        SeenRecord went = Seen.disposed(RecordKind.INCIDENT, 3);
        Map<String, Object> feature = feature(went);
        assertThat(feature).containsEntry("geometry", null);
        assertThat(properties(feature))
                .containsOnlyKeys("kind", "disposed")
                .containsEntry("disposed", requireNonNull(went.disposed()));
    }

    @Test
    void ringsFollowTheRightHandRule() {
        GeoPoint a = new GeoPoint(0, 0);
        GeoPoint b = new GeoPoint(2, 0);
        GeoPoint c = new GeoPoint(2, 2);
        List<GeoPoint> counterclockwise = List.of(a, b, c, a);
        List<GeoPoint> clockwise = counterclockwise.reversed();
        Geometry right = new Geometry.Polygon(List.of(counterclockwise, clockwise));
        assertThat(Rings.oriented(new Geometry.Polygon(List.of(clockwise, counterclockwise))))
                .isEqualTo(right);
        assertThat(Rings.oriented(right)).isEqualTo(right);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> feature(SeenRecord seen) {
        return ((List<Map<String, Object>>)
                        requireNonNull(PlaceMap.of(Seen.set(seen)).get("features")))
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> feature) {
        return (Map<String, Object>) requireNonNull(feature.get("properties"));
    }
}
