package org.aletheia.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.evidence.record.CoarsePlace;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.Place;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A set on the map: a GeoJSON FeatureCollection (RFC 7946) with one Feature a record. What has no place has no geometry
 * (§3.2). Of what may identify a protected person the place is the centre of its half-degree cell, as search has it, and
 * nothing else of the place is told. Of what was disposed of there is nothing but that.
 */
public final class PlaceMap {
    private PlaceMap() {}

    /** The FeatureCollection; {@code truncated} as in a {@link Timeline} is a foreign member (§6.1). */
    public static Map<String, Object> of(RecordSet set) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put(
                "features",
                set.records().stream().map(seen -> feature(seen, set)).toList());
        collection.put("truncated", set.truncated());
        return collection;
    }

    private static Map<String, @Nullable Object> feature(SeenRecord seen, RecordSet set) {
        SeenRecord placed = Inherited.placed(seen, set);
        boolean coarse = seen.coarse() || placed.coarse();
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", seen.name().id().toString());
        Disposed went = seen.disposed();
        if (went != null) {
            feature.put("geometry", null);
            feature.put("properties", Map.of("kind", seen.name().kind().code(), "disposed", went));
            return feature;
        }
        feature.put("geometry", geometry(placed.place(), coarse));
        feature.put(
                "properties",
                properties(seen, placed, coarse, Inherited.dated(seen, set).dates()));
        return feature;
    }

    private static @Nullable Map<String, Object> geometry(Optional<Place> place, boolean coarse) {
        Place stated = place.orElse(null);
        Geometry known = stated == null ? null : stated.geometry();
        if (known == null) {
            return null;
        }
        return coarse ? cells(known) : Rings.oriented(known).toGeoJson();
    }

    private static Map<String, Object> cells(Geometry exact) {
        List<List<Double>> centres = exact.outline().stream()
                .map(CoarsePlace::of)
                .distinct()
                .map(PlaceMap::pair)
                .toList();
        return centres.size() == 1
                ? Map.of("type", "Point", "coordinates", centres.getFirst())
                : Map.of("type", "MultiPoint", "coordinates", centres);
    }

    private static List<Double> pair(GeoPoint point) {
        return List.of(point.longitude(), point.latitude());
    }

    private static Map<String, @Nullable Object> properties(
            SeenRecord seen, SeenRecord placed, boolean coarse, List<UncertainDate> dates) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("kind", seen.name().kind().code());
        properties.put("label", seen.label());
        properties.put("code", seen.code());
        properties.put("dates", dates.stream().map(UncertainDate::edtf).toList());
        properties.put("coarse", coarse);
        if (!coarse) {
            placed.place().ifPresent(place -> describe(place, properties));
        }
        if (placed != seen) {
            properties.put("placeOf", placed.name().id().toString());
        }
        return properties;
    }

    private static void describe(Place place, Map<String, @Nullable Object> properties) {
        properties.put("precision", place.precision());
        properties.put(
                "country", place.country() == null ? null : place.country().value());
        List<Map<String, Object>> names = new ArrayList<>();
        for (LocalText name : place.names()) {
            names.add(Map.of("language", name.language().value(), "text", name.text()));
        }
        properties.put("names", names);
    }
}
