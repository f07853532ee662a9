package org.aletheia.kernel;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PlacesAndLanguagesTest {

    @ParameterizedTest
    @CsvSource({"uk, uk", "UK-ua, uk-UA", "sr-latn, sr-Latn", "zh-hant-tw, zh-Hant-TW", "und, und", "iw, he", "apc, apc"
    })
    void canonicalisesLanguages(String given, String canonical) {
        assertThat(new LanguageTag(given).value()).isEqualTo(canonical);
        assertThat(new LanguageTag(new LanguageTag(given).value())).isEqualTo(new LanguageTag(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "en_US", "english language", "en-", "-en", "en--GB", "toolonglanguage"})
    void refusesIllFormedLanguages(String tag) {
        assertRefused("language-tag", () -> new LanguageTag(tag));
    }

    @Test
    void knowsCountries() {
        assertThat(new CountryCode("UA")).hasToString("UA");
        for (String other : new String[] {"ua", "UKR", "ZZ", "", "U1"}) {
            assertRefused("country-code", () -> new CountryCode(other));
        }
    }

    @Test
    void keepsPlacesOnEarth() {
        assertThat(new GeoPoint(-0.0, 0)).isEqualTo(new GeoPoint(0, -0.0));
        assertThat(new GeoPoint(180, -90).longitude()).isEqualTo(180);
        assertRefused("longitude", () -> new GeoPoint(180.1, 0));
        assertRefused("longitude", () -> new GeoPoint(Double.NaN, 0));
        assertRefused("latitude", () -> new GeoPoint(0, -90.1));
        assertRefused("latitude", () -> new GeoPoint(0, Double.POSITIVE_INFINITY));
    }
}
