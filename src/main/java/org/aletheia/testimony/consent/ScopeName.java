package org.aletheia.testimony.consent;

import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * What can be agreed to, by itself.
 *
 * @param scope code of {@code consent-scope}
 * @param country of a transfer to a certain country
 */
public record ScopeName(String scope, @Nullable CountryCode country) {
    /** As events name it: {@code CS-TRANSFER-COUNTRY:CH}. */
    public String code() {
        return country == null ? scope : scope + ":" + country.value();
    }
}
