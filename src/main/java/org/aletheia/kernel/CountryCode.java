package org.aletheia.kernel;

import java.util.Locale;
import java.util.Set;

/**
 * An ISO 3166-1 alpha-2 country code, as the running JDK lists them.
 *
 * @param value two upper-case letters, for example {@code UA}
 */
public record CountryCode(String value) {
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw new MalformedValueException("country-code", "not an ISO 3166-1 alpha-2 code in upper case");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
