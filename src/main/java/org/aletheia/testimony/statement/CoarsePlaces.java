package org.aletheia.testimony.statement;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.testimony.statement.CircumstancesBody.CoarsePlaceBody;

/** Places that show where somebody was heard, and not in which house. */
final class CoarsePlaces {
    private static final Set<String> FINE = Set.of("exact", "vicinity");
    /** A hundredth of a degree is about a kilometre. */
    private static final int MOST_DECIMALS = 2;

    private CoarsePlaces() {}

    /** The place. Adds {@code place-too-precise} for the precision or for positions with more than two decimals. */
    static Place check(String pointer, CoarsePlaceBody body, Checks checks) {
        Place place = new PlaceBody(body.geometry(), body.precision(), body.country(), null).check(pointer, checks);
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
                polygon.rings().stream().allMatch(ring -> ring.stream().allMatch(CoarsePlaces::rounded));
        };
    }

    private static boolean rounded(GeoPoint position) {
        return DoubleStream.of(position.longitude(), position.latitude())
                .allMatch(degrees ->
                        BigDecimal.valueOf(degrees).stripTrailingZeros().scale() <= MOST_DECIMALS);
    }
}
