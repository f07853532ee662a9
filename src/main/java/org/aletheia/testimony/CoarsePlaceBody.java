package org.aletheia.testimony;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place no closer than a locality, without names: a house tells who was heard.
 *
 * @param geometry GeoJSON Point or Polygon, with at most two decimals
 * @param precision {@code locality} or coarser
 */
public record CoarsePlaceBody(
        @Nullable Map<String, Object> geometry,
        @Nullable String precision,
        @Nullable String country) {
    private static final Set<String> FINE = Set.of("exact", "vicinity");
    /** A hundredth of a degree is about a kilometre. */
    private static final int MOST_DECIMALS = 2;

    /** The place. Adds {@code place-too-precise} for the precision or for positions with more than two decimals. */
    public Place check(String pointer, Checks checks) {
        Place place = new PlaceBody(geometry, precision, country, null).check(pointer, checks);
        boolean coarse = place.precision() == null || !FINE.contains(place.precision());
        checks.findings().require(coarse, pointer + "/precision", "place-too-precise");
        boolean rounded = place.geometry() == null || rounded(place.geometry());
        checks.findings().require(rounded, pointer + "/geometry", "place-too-precise");
        return place;
    }

    private static boolean rounded(Geometry geometry) {
        return switch (geometry) {
            case Geometry.Point(GeoPoint position) -> rounded(position);
            case Geometry.Polygon polygon ->
                polygon.rings().stream().allMatch(ring -> ring.stream().allMatch(CoarsePlaceBody::rounded));
        };
    }

    private static boolean rounded(GeoPoint position) {
        return DoubleStream.of(position.longitude(), position.latitude())
                .allMatch(degrees ->
                        BigDecimal.valueOf(degrees).stripTrailingZeros().scale() <= MOST_DECIMALS);
    }
}
