package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.MalformedValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class GeoJsonTest {
    private static final List<List<Double>> RING = List.of(at(36, 50), at(36.5, 50), at(36.5, 50.5), at(36, 50));

    @Test
    void aPointIsLongitudeThenLatitude() {
        Geometry point = GeoJson.parse(Map.of("type", "Point", "coordinates", List.of(36.23, 49)));
        assertThat(point).isEqualTo(new Geometry.Point(new GeoPoint(36.23, 49)));
        assertThat(point.toGeoJson()).isEqualTo(Map.of("type", "Point", "coordinates", at(36.23, 49)));
    }

    @Test
    void aPolygonIsWrittenAsItWasRead() {
        Map<String, Object> polygon = Map.of("type", "Polygon", "coordinates", List.of(RING));
        assertThat(GeoJson.parse(polygon).toGeoJson()).isEqualTo(polygon);
        assertThat(GeoJson.parse(polygon).outline()).hasSize(4);
    }

    @Test
    void whatIsNotAGeometryOfOursIsRefusedByItsRule() {
        refused("geojson-type", Map.of("type", "LineString", "coordinates", RING));
        refused("geojson-type", Map.of("type", "Point", "coordinates", at(1, 1), "bbox", List.of()));
        refused("geojson-type", Map.of("type", 1, "coordinates", at(1, 1)));
        refused("geojson-coordinates", Map.of("type", "Point", "coordinates", List.of(1.0)));
        refused("geojson-coordinates", Map.of("type", "Point", "coordinates", List.of(1.0, 2.0, 3.0)));
        refused("geojson-coordinates", Map.of("type", "Point", "coordinates", List.of("1", "2")));
        refused("geojson-coordinates", Map.of("type", "Polygon", "coordinates", "x"));
        refused("longitude", Map.of("type", "Point", "coordinates", at(181, 0)));
        refused("latitude", Map.of("type", "Point", "coordinates", at(0, 91)));
    }

    @Test
    void ringsAreClosedAndBounded() {
        refused("geojson-ring", polygon(List.of(RING.subList(0, 3))));
        refused("geojson-ring", polygon(List.of(List.of(at(0, 0), at(1, 0), at(1, 1), at(0, 1)))));
        refused("geojson-size", polygon(List.of()));
        refused("geojson-size", polygon(List.of(Collections.nCopies(1001, at(0, 0)))));
    }

    private static Map<String, Object> polygon(List<?> rings) {
        return Map.of("type", "Polygon", "coordinates", rings);
    }

    private static List<Double> at(double longitude, double latitude) {
        return List.of(longitude, latitude);
    }

    private static void refused(String reason, Map<String, Object> object) {
        assertThatThrownBy(() -> GeoJson.parse(object))
                .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }
}
