package org.aletheia.evidence.metadata;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** How closely a place is known: ±10 m, ±100 m, ±1 km, or only an administrative area. */
public enum PlacePrecision {
    EXACT,
    VICINITY,
    LOCALITY,
    ADMIN_2,
    ADMIN_1,
    COUNTRY;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code code-unknown} */
    public static PlacePrecision parse(String code) {
        return Arrays.stream(values())
                .filter(precision -> precision.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("code-unknown", "not a place precision"));
    }
}
