package org.aletheia.evidence.record;

import org.aletheia.kernel.GeoPoint;

/** The centre of the half-degree cell (some 55 km from south to north) that a position lies in. */
public final class CoarsePlace {
    private static final double CELL = 0.5;

    private CoarsePlace() {}

    /** The centre of the cell. */
    public static GeoPoint of(GeoPoint place) {
        return new GeoPoint(centre(place.longitude(), 180), centre(place.latitude(), 90));
    }

    private static double centre(double degrees, double limit) {
        double cell = Math.min(Math.floor(degrees / CELL) * CELL, limit - CELL);
        return cell + CELL / 2;
    }
}
