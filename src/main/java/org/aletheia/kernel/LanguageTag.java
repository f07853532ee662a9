package org.aletheia.kernel;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A well-formed BCP 47 language tag (RFC 5646 §2.2.9) in canonical case, with grandfathered tags and extended language
 * subtags replaced as the JDK does. Whether a subtag is registered is not checked: field teams document small languages.
 *
 * @param value for example {@code uk}, {@code sr-Latn}, {@code zh-Hant-TW}; at most 64 characters
 */
public record LanguageTag(String value) {
    private static final int MAX_LENGTH = 64;

    public LanguageTag {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw malformed();
        }
        value = canonical(value);
    }

    /** This language as a JDK locale. */
    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonical(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw malformed();
        }
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException("language-tag", "not a well-formed BCP 47 language tag");
    }
}
