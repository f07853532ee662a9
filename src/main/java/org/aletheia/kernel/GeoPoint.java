package org.aletheia.kernel;

/**
 * A position in WGS 84, in the axis order of GeoJSON (RFC 7946 §3.1.1).
 *
 * @param longitude degrees east, −180 to 180
 * @param latitude degrees north, −90 to 90
 */
public record GeoPoint(double longitude, double latitude) {
    public GeoPoint {
        // The comparisons are also false for NaN.
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new MalformedValueException("longitude", "not between -180 and 180 degrees");
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new MalformedValueException("latitude", "not between -90 and 90 degrees");
        }
        longitude += 0.0; // −0.0 becomes 0.0, so that equal places are equal values
        latitude += 0.0;
    }
}
