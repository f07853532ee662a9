package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** GeoJSON geometries (RFC 7946) of type Point and Polygon, to and from {@link Place.Shape}. Altitudes are refused. */
final class GeoJson {
    private static final int MAX_RINGS = 16;
    private static final int MAX_POSITIONS = 512;

    private GeoJson() {}

    static Place.@Nullable Shape read(JsonFields geometry) {
        String type = geometry.requiredValue("type", GeoJson::type);
        JsonNode coordinates = geometry.raw("coordinates");
        geometry.end();
        String at = geometry.pointer("coordinates");
        if (!geometry.findings().require(coordinates != null, at, "required") || coordinates == null || type == null) {
            return null;
        }
        return geometry.findings().parse(at, () -> shape(type, coordinates));
    }

    static Map<String, Object> write(Place.Shape shape) {
        return switch (shape) {
            case Place.Point(GeoPoint position) -> Map.of("type", "Point", "coordinates", position(position));
            case Place.Polygon(List<List<GeoPoint>> rings) ->
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        rings.stream()
                                .map(ring ->
                                        ring.stream().map(GeoJson::position).toList())
                                .toList());
        };
    }

    private static String type(String type) {
        if (!type.equals("Point") && !type.equals("Polygon")) {
            throw new MalformedValueException("geometry-unsupported", "only Point and Polygon");
        }
        return type;
    }

    private static Place.Shape shape(String type, JsonNode coordinates) {
        return type.equals("Point") ? new Place.Point(point(coordinates)) : polygon(coordinates);
    }

    private static Place.Polygon polygon(JsonNode coordinates) {
        if (!coordinates.isArray() || coordinates.size() > MAX_RINGS) {
            throw malformed();
        }
        List<List<GeoPoint>> rings = new ArrayList<>();
        for (JsonNode ring : coordinates) {
            rings.add(ring(ring));
        }
        return new Place.Polygon(rings);
    }

    private static List<GeoPoint> ring(JsonNode ring) {
        if (!ring.isArray() || ring.size() > MAX_POSITIONS) {
            throw malformed();
        }
        List<GeoPoint> positions = new ArrayList<>();
        for (JsonNode position : ring) {
            positions.add(point(position));
        }
        return positions;
    }

    private static GeoPoint point(JsonNode position) {
        boolean pair = position.isArray()
                && position.size() == 2
                && position.get(0).isNumber()
                && position.get(1).isNumber();
        if (!pair) {
            throw malformed();
        }
        return new GeoPoint(position.get(0).doubleValue(), position.get(1).doubleValue());
    }

    private static List<Object> position(GeoPoint point) {
        return List.of(point.longitude(), point.latitude());
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException("coordinates-malformed", "not the coordinates of the geometry");
    }
}
