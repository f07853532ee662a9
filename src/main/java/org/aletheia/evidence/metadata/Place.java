package org.aletheia.evidence.metadata;

import java.util.List;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.MalformedValueException;

/**
 * Where something happened or was recorded.
 *
 * @param shape a point or an area
 * @param precision how closely it is known
 */
public record Place(Shape shape, PlacePrecision precision) {

    /** The two GeoJSON geometries (RFC 7946 §3.1) that evidence needs. */
    public sealed interface Shape {}

    /** One position. */
    public record Point(GeoPoint position) implements Shape {}

    /**
     * An area: one outer ring, then its holes (RFC 7946 §3.1.6).
     *
     * @param rings each closed, of at least four positions
     */
    public record Polygon(List<List<GeoPoint>> rings) implements Shape {
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
            if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.size() < 4)) {
                throw new MalformedValueException("ring-too-short", "a ring has at least four positions");
            }
            if (rings.stream().anyMatch(ring -> !ring.getFirst().equals(ring.getLast()))) {
                throw new MalformedValueException("ring-open", "the last position of a ring repeats the first");
            }
        }
    }
}
