package org.aletheia.evidence.record;

import java.util.List;
import java.util.stream.Stream;
import org.aletheia.kernel.LanguageTag;

/** A public name in one language and script; never that of a protected person. */
public record LocalText(LanguageTag language, String text) {
    /** The texts of names and aliases, each once. */
    public static List<String> texts(List<LocalText> names, List<LocalText> aliases) {
        return Stream.concat(names.stream(), aliases.stream())
                .map(LocalText::text)
                .distinct()
                .toList();
    }
}
