package org.aletheia.platform.http;

import jakarta.inject.Singleton;
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
import org.jspecify.annotations.Nullable;

/** Titles and details of all problems in the six languages of the United Nations. */
@Singleton
final class ProblemTexts {
    /** English first: it is also the language of callers that name none of the six. */
    static final List<String> LANGUAGES = List.of("en", "ar", "zh", "fr", "ru", "es");

    private final Map<String, Properties> byLanguage = new LinkedHashMap<>();

    ProblemTexts() {
        LANGUAGES.forEach(language -> byLanguage.put(language, load(language)));
    }

    /** The best of the six for an {@code Accept-Language} header (RFC 4647 §3.4), English where it names none. */
    String language(@Nullable String acceptLanguage) {
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

    String title(ProblemType type, String language) {
        return text(language, type.code() + ".title");
    }

    String detail(ProblemType type, String language, Map<String, Object> params) {
        String detail = text(language, type.code() + ".detail");
        for (Map.Entry<String, Object> param : params.entrySet()) {
            detail = detail.replace("{" + param.getKey() + "}", String.valueOf(param.getValue()));
        }
        return detail;
    }

    private String text(String language, String key) {
        Properties texts = byLanguage.getOrDefault(language, new Properties());
        return texts.getProperty(key, "");
    }

    static Properties load(String language) {
        String name = "/problems_" + language + ".properties";
        try (InputStream in = ProblemTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the package");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
