package org.aletheia.evidence.record;

import java.util.List;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened, as well as it is known.
 *
 * @param geometry a point or an area; null where only names are known
 * @param precision code of the list {@code place-precision}; given with every geometry
 * @param country ISO 3166-1
 * @param names as people of several languages call it
 */
public record Place(
        @Nullable Geometry geometry,
        @Nullable String precision,
        @Nullable CountryCode country,
        List<LocalText> names) {
    public Place {
        names = List.copyOf(names);
    }

    /** For search: positions (of an area, its outer ring) and names. */
    public void describe(Projection.Builder search) {
        search.names(LocalText.texts(names, List.of()));
        if (geometry != null) {
            search.places(geometry.outline());
        }
    }
}
