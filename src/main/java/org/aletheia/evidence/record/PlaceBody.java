package org.aletheia.evidence.record;

import java.util.List;
import java.util.Map;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Place} as callers write it.
 *
 * @param geometry GeoJSON Point or Polygon
 */
public record PlaceBody(
        @Nullable Map<String, Object> geometry,
        @Nullable String precision,
        @Nullable String country,
        @Nullable List<LocalTextBody> names) {
    /** The place, incomplete where something was found. */
    public Place check(String pointer, Checks checks) {
        Geometry shape =
                geometry == null ? null : checks.findings().parse(pointer + "/geometry", () -> GeoJson.parse(geometry));
        checks.findings().require(geometry == null || precision != null, pointer + "/precision", "required");
        String known = checks.code("place-precision", pointer + "/precision", precision);
        CountryCode iso = checks.country(pointer + "/country", country);
        List<LocalText> called = checks.names(pointer + "/names", names);
        boolean somewhere = geometry != null || country != null || (names != null && !names.isEmpty());
        checks.findings().require(somewhere, pointer, "place-empty");
        return new Place(shape, known, iso, called);
    }
}
