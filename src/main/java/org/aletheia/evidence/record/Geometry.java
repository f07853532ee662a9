package org.aletheia.evidence.record;

import java.util.List;
import java.util.Map;
import org.aletheia.kernel.GeoPoint;

/** A place on the map: the two GeoJSON geometries (RFC 7946 §3.1) that an incident needs, in WGS 84. */
public sealed interface Geometry {
    /** RFC 7946 §3.1.2. */
    record Point(GeoPoint position) implements Geometry {}

    /** RFC 7946 §3.1.6: an outer ring and holes, each closed, of four positions or more. */
    record Polygon(List<List<GeoPoint>> rings) implements Geometry {
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }

    /** The GeoJSON object. */
    default Map<String, Object> toGeoJson() {
        return switch (this) {
            case Point(GeoPoint position) -> Map.of("type", "Point", "coordinates", pair(position));
            case Polygon(List<List<GeoPoint>> rings) ->
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        rings.stream()
                                .map(ring -> ring.stream().map(Geometry::pair).toList())
                                .toList());
        };
    }

    /** The position, or the outer ring. */
    default List<GeoPoint> outline() {
        return switch (this) {
            case Point(GeoPoint position) -> List.of(position);
            case Polygon(List<List<GeoPoint>> rings) -> rings.getFirst();
        };
    }

    private static List<Double> pair(GeoPoint position) {
        return List.of(position.longitude(), position.latitude());
    }
}
