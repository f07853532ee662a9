package org.aletheia.joins.matching;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Geometry.Point;
import org.aletheia.evidence.record.Geometry.Polygon;
import org.aletheia.kernel.GeoPoint;

/**
 * Whether places on the map have something in common. Degrees are taken as a plane: over the size of an area of a unit the
 * error is less than that of any drawn line. Areas that only touch overlap; two points never do.
 */
final class Overlap {
    private Overlap() {}

    static boolean of(Geometry one, Geometry other) {
        return switch (one) {
            case Point(GeoPoint here) -> other instanceof Polygon area && within(here, area);
            case Polygon mine ->
                switch (other) {
                    case Point(GeoPoint there) -> within(there, mine);
                    case Polygon theirs -> overlap(mine, theirs);
                };
        };
    }

    private static boolean overlap(Polygon one, Polygon other) {
        Box common = Box.of(one).and(Box.of(other));
        return !common.empty()
                && (within(one.outline().getFirst(), other)
                        || within(other.outline().getFirst(), one)
                        || cross(edges(one, common), edges(other, common)));
    }

    private static boolean cross(List<Edge> ones, List<Edge> others) {
        return ones.stream().anyMatch(one -> others.stream().anyMatch(one::crosses));
    }

    /** Within the outer ring and in none of its holes, by the number of edges to the east of it (even-odd rule). */
    private static boolean within(GeoPoint point, Polygon area) {
        boolean inside = false;
        for (List<GeoPoint> ring : area.rings()) {
            for (int i = 1; i < ring.size(); i++) {
                inside ^= new Edge(ring.get(i - 1), ring.get(i)).eastOf(point);
            }
        }
        return inside;
    }

    /** The edges that come into the box. */
    private static List<Edge> edges(Polygon area, Box box) {
        List<Edge> edges = new ArrayList<>();
        for (List<GeoPoint> ring : area.rings()) {
            for (int i = 1; i < ring.size(); i++) {
                Edge edge = new Edge(ring.get(i - 1), ring.get(i));
                if (!edge.box().and(box).empty()) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private record Box(double west, double south, double east, double north) {
        static Box of(Polygon area) {
            List<GeoPoint> ring = area.outline();
            return new Box(
                    ring.stream().mapToDouble(GeoPoint::longitude).min().orElseThrow(),
                    ring.stream().mapToDouble(GeoPoint::latitude).min().orElseThrow(),
                    ring.stream().mapToDouble(GeoPoint::longitude).max().orElseThrow(),
                    ring.stream().mapToDouble(GeoPoint::latitude).max().orElseThrow());
        }

        Box and(Box other) {
            return new Box(
                    Math.max(west, other.west),
                    Math.max(south, other.south),
                    Math.min(east, other.east),
                    Math.min(north, other.north));
        }

        boolean empty() {
            return west > east || south > north;
        }
    }

    private record Edge(GeoPoint from, GeoPoint to) {
        Box box() {
            return new Box(
                    Math.min(from.longitude(), to.longitude()),
                    Math.min(from.latitude(), to.latitude()),
                    Math.max(from.longitude(), to.longitude()),
                    Math.max(from.latitude(), to.latitude()));
        }

        /** Whether a line from the point to the east meets the edge. */
        boolean eastOf(GeoPoint point) {
            if (from.latitude() > point.latitude() == to.latitude() > point.latitude()) {
                return false;
            }
            double at = from.longitude()
                    + (to.longitude() - from.longitude())
                            * (point.latitude() - from.latitude())
                            / (to.latitude() - from.latitude());
            return point.longitude() < at;
        }

        /** Whether they have a point in common: neither lies wholly on one side of the other. */
        boolean crosses(Edge other) {
            return !box().and(other.box()).empty()
                    && side(other.from) * side(other.to) <= 0
                    && other.side(from) * other.side(to) <= 0;
        }

        /** On which side of the edge a point lies: -1, 0 on its line, or 1. */
        private double side(GeoPoint point) {
            return Math.signum((to.longitude() - from.longitude()) * (point.latitude() - from.latitude())
                    - (to.latitude() - from.latitude()) * (point.longitude() - from.longitude()));
        }
    }
}
