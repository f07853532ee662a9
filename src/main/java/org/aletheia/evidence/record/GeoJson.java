package org.aletheia.evidence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Reads GeoJSON geometries (RFC 7946) strictly: two dimensions, closed rings, at most 1,000 positions. */
public final class GeoJson {
    private static final int MAX_POSITIONS = 1000;
    private static final int MIN_RING = 4;

    private GeoJson() {}

    /**
     * The geometry of a GeoJSON object.
     *
     * @throws MalformedValueException {@code geojson-type}, {@code geojson-coordinates}, {@code geojson-ring},
     *     {@code geojson-size}, {@code longitude} or {@code latitude}
     */
    public static Geometry parse(Map<?, ?> object) {
        if (object.size() != 2) {
            throw malformed("geojson-type", "a geometry has type and coordinates only");
        }
        Object coordinates = object.get("coordinates");
        Object type = object.get("type");
        if ("Point".equals(type)) {
            return new Geometry.Point(position(coordinates));
        }
        if ("Polygon".equals(type)) {
            return polygon(coordinates);
        }
        throw malformed("geojson-type", "neither Point nor Polygon");
    }

    private static Geometry polygon(@Nullable Object coordinates) {
        List<List<GeoPoint>> rings = new ArrayList<>();
        int positions = 0;
        for (Object ring : list(coordinates)) {
            List<GeoPoint> points = list(ring).stream().map(GeoJson::position).toList();
            positions += points.size();
            if (points.size() < MIN_RING || !points.getFirst().equals(points.getLast())) {
                throw malformed("geojson-ring", "a ring is closed and has four positions or more");
            }
            rings.add(points);
        }
        if (rings.isEmpty() || positions > MAX_POSITIONS) {
            throw malformed("geojson-size", "no ring, or more than " + MAX_POSITIONS + " positions");
        }
        return new Geometry.Polygon(rings);
    }

    private static GeoPoint position(@Nullable Object value) {
        if (list(value) instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Number longitude
                && pair.get(1) instanceof Number latitude) {
            return new GeoPoint(longitude.doubleValue(), latitude.doubleValue());
        }
        throw malformed("geojson-coordinates", "a position is [longitude, latitude]");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw malformed("geojson-coordinates", "not an array");
    }

    private static MalformedValueException malformed(String reason, String detail) {
        return new MalformedValueException(reason, detail);
    }
}
