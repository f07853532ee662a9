package org.aletheia.search;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** What the matching records can be counted by. */
public enum Facet {
    KIND,
    LANGUAGE,
    YEAR,
    /** Content markings. */
    MARKING,
    /** Geohash cells of three characters, some 156 km wide: coarse enough to point at no house. */
    PLACE;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws MalformedValueException {@code facet-unknown} */
    public static Facet parse(String code) {
        return Arrays.stream(values())
                .filter(facet -> facet.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("facet-unknown", "not a facet"));
    }
}
