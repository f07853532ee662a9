package org.aletheia.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts for people, by their keys, in the six languages of the United Nations. Immutable. */
public final class AnswerTexts {
    /** English first: it is also the language of callers that name none of the six. */
    public static final List<String> LANGUAGES = List.of("en", "ar", "zh", "fr", "ru", "es");

    private final Map<String, Properties> byLanguage = new LinkedHashMap<>();

    private AnswerTexts() {}

    /**
     * Reads {@code /<name>_<language>.properties} for each language.
     *
     * @throws IllegalStateException where one is not in the package
     */
    public static AnswerTexts load(String name) {
        AnswerTexts texts = new AnswerTexts();
        LANGUAGES.forEach(
                language -> texts.byLanguage.put(language, properties("/" + name + "_" + language + ".properties")));
        return texts;
    }

    /** The best of the six for an {@code Accept-Language} header (RFC 4647 §3.4), English where it names none. */
    public static String language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return LANGUAGES.getFirst();
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? LANGUAGES.getFirst() : best;
        } catch (IllegalArgumentException e) {
            return LANGUAGES.getFirst();
        }
    }

    /** A text in one of the six; empty for a key that is not there. */
    public String text(String language, String key) {
        return byLanguage.getOrDefault(language, new Properties()).getProperty(key, "");
    }

    /** All keys in one of the six. */
    public Set<String> keys(String language) {
        return byLanguage.getOrDefault(language, new Properties()).stringPropertyNames();
    }

    private static Properties properties(String resource) {
        try (InputStream in = AnswerTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the package");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
