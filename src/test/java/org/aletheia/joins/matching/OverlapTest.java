package org.aletheia.joins.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.kernel.GeoPoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Areas on the map that have something in common. */
@Tag("unit")
class OverlapTest {
    private final Random random = new Random(42);

    @Test
    void areasThatCrossTouchOrLieWithinEachOtherOverlap() {
        Geometry one = square(10, 50, 2);
        assertThat(both(one, square(11, 51, 2))).isTrue();
        assertThat(both(one, square(10.5, 50.5, 0.5))).isTrue();
        assertThat(both(one, square(12, 50, 1))).isTrue();
        assertThat(both(one, square(12.1, 50, 1))).isFalse();
        assertThat(both(one, one)).isTrue();
        // a cross: no corner of one is in the other
        assertThat(both(box(0, 4, 10, 6), box(4, 0, 6, 10))).isTrue();
    }

    @Test
    void aHoleIsNoPartOfAnArea() {
        Geometry ring = new Geometry.Polygon(List.of(corners(0, 0, 10, 10), corners(2, 2, 8, 8)));
        assertThat(both(ring, square(4, 4, 1))).isFalse();
        assertThat(both(ring, square(7, 7, 2))).isTrue();
        assertThat(both(ring, point(5, 5))).isFalse();
        assertThat(both(ring, point(1, 1))).isTrue();
        assertThat(both(point(1, 1), point(1, 1))).isFalse();
    }

    @Test
    void boxesOverlapWhereTheirSidesDo() {
        for (int i = 0; i < 3000; i++) {
            int[] a = sides();
            int[] b = sides();
            boolean expected = a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
            assertThat(both(box(a[0], a[1], a[2], a[3]), box(b[0], b[1], b[2], b[3])))
                    .as("%s %s", List.of(a[0], a[1], a[2], a[3]), List.of(b[0], b[1], b[2], b[3]))
                    .isEqualTo(expected);
        }
    }

    private int[] sides() {
        int west = random.nextInt(12);
        int south = random.nextInt(12);
        return new int[] {west, south, west + 1 + random.nextInt(6), south + 1 + random.nextInt(6)};
    }

    /** The same from either side. */
    private static boolean both(Geometry one, Geometry other) {
        boolean found = Overlap.of(one, other);
        assertThat(Overlap.of(other, one)).isEqualTo(found);
        return found;
    }

    private static Geometry point(double east, double north) {
        return new Geometry.Point(new GeoPoint(east, north));
    }

    private static Geometry square(double west, double south, double side) {
        return box(west, south, west + side, south + side);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return new Geometry.Polygon(List.of(corners(west, south, east, north)));
    }

    private static List<GeoPoint> corners(double west, double south, double east, double north) {
        return Stream.of(
                        new GeoPoint(west, south),
                        new GeoPoint(east, south),
                        new GeoPoint(east, north),
                        new GeoPoint(west, north),
                        new GeoPoint(west, south))
                .toList();
    }
}
