package org.aletheia.parties;

import java.util.List;
import java.util.Objects;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A public name of a party, in one language and script; never that of a protected person.
 *
 * @param language BCP 47; of a transliteration with its script
 * @param text the name
 * @param kind code of {@code name-kind}; {@code official} where nobody says otherwise
 * @param transliterationOf the text of another name of the same party, which this one writes in another script
 */
public record PartyName(
        LanguageTag language,
        String text,
        String kind,
        @Nullable String transliterationOf) {
    /** Where nobody says which kind. */
    public static final String OFFICIAL = "official";

    /** Writes another name in another script. */
    public static final String TRANSLITERATION = "transliteration";

    // Names written before they had kinds are official ones.
    public PartyName(LanguageTag language, String text, @Nullable String kind, @Nullable String transliterationOf) {
        this.language = language;
        this.text = text;
        this.kind = Objects.requireNonNullElse(kind, OFFICIAL);
        this.transliterationOf = transliterationOf;
    }

    /** The texts, each once. */
    static List<String> texts(List<PartyName> names) {
        return names.stream().map(PartyName::text).distinct().toList();
    }
}
