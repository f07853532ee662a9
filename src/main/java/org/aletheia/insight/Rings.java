package org.aletheia.insight;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.kernel.GeoPoint;

/** The right-hand rule of RFC 7946 §3.1.6: outer rings run counterclockwise, holes clockwise. */
final class Rings {
    private Rings() {}

    static Geometry oriented(Geometry geometry) {
        return switch (geometry) {
            case Geometry.Point point -> point;
            case Geometry.Polygon(List<List<GeoPoint>> rings) -> {
                List<List<GeoPoint>> oriented = new ArrayList<>();
                for (List<GeoPoint> ring : rings) {
                    boolean outer = oriented.isEmpty();
                    oriented.add(counterclockwise(ring) == outer ? ring : ring.reversed());
                }
                yield new Geometry.Polygon(oriented);
            }
        };
    }

    /** By the sign of its area in degrees, with which a ring without area stays as it is. */
    private static boolean counterclockwise(List<GeoPoint> ring) {
        double twice = 0;
        for (int i = 1; i < ring.size(); i++) {
            GeoPoint from = ring.get(i - 1);
            GeoPoint to = ring.get(i);
            twice += from.longitude() * to.latitude() - to.longitude() * from.latitude();
        }
        return twice > 0;
    }
}
