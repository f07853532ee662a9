package org.aletheia.codelists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of several labels a caller reads best ({@code Accept-Language}, RFC 4647 §3.4). Immutable. */
public final class LabelChoice {
    private static final int MAX_HEADER = 500;
    private static final String FALLBACK = "en";

    private final List<Locale.LanguageRange> wanted;

    /** A label with its BCP 47 language. */
    public record Label(String language, String text) {}

    private LabelChoice(List<Locale.LanguageRange> wanted) {
        this.wanted = wanted;
    }

    /** What a header asks for; one that cannot be read asks for nothing, which is English. */
    public static LabelChoice of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_HEADER) {
            return new LabelChoice(List.of());
        }
        try {
            return new LabelChoice(Locale.LanguageRange.parse(acceptLanguage));
        } catch (IllegalArgumentException e) {
            return new LabelChoice(List.of());
        }
    }

    /** The best of these, English where none is wanted, and the first where there is no English. */
    public Label among(Map<String, String> labels) {
        String best = Locale.lookupTag(wanted, labels.keySet());
        // The JDK gives tags in lower case.
        for (Map.Entry<String, String> label : labels.entrySet()) {
            if (label.getKey().equalsIgnoreCase(best == null ? FALLBACK : best)) {
                return new Label(label.getKey(), label.getValue());
            }
        }
        return labels.entrySet().stream()
                .findFirst()
                .map(label -> new Label(label.getKey(), label.getValue()))
                .orElse(new Label("und", ""));
    }
}
