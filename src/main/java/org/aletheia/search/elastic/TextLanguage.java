package org.aletheia.search.elastic;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language with an analyser of its own; every text is also in the folded field, whatever its language. */
enum TextLanguage {
    EN("english", UnicodeScript.LATIN),
    FR("french", UnicodeScript.LATIN),
    ES("spanish", UnicodeScript.LATIN),
    RU("russian", UnicodeScript.CYRILLIC),
    UK("ukrainian", UnicodeScript.CYRILLIC),
    AR("arabic", UnicodeScript.ARABIC),
    FA("persian", UnicodeScript.ARABIC),
    ZH("smartcn", UnicodeScript.HAN);

    /** The subfield that holds every text, with Unicode folding instead of stemming. */
    static final String FOLDED = "icu";

    /** Enough to see which scripts a text is in, without walking a book. */
    private static final int SCRIPT_SAMPLE = 2_000;

    private final String analyzer;
    private final UnicodeScript script;

    TextLanguage(String analyzer, UnicodeScript script) {
        this.analyzer = analyzer;
        this.script = script;
    }

    /** Elasticsearch's name of the analyser. */
    String analyzer() {
        return analyzer;
    }

    /** The subfield's name: the ISO 639-1 code. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of the BCP 47 tags that have an analyser, by their primary subtag. */
    static Set<TextLanguage> stated(Collection<String> tags) {
        Set<String> primary = tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .collect(Collectors.toSet());
        return among(language -> primary.contains(language.code()));
    }

    /** Those whose script occurs at the start of the text: for text whose language nobody stated, and for questions. */
    static Set<TextLanguage> written(String text) {
        Set<UnicodeScript> scripts = text.codePoints()
                .limit(SCRIPT_SAMPLE)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
        return among(language -> scripts.contains(language.script));
    }

    /** Subfields of a text field: the folded one first, then those of the languages. */
    static List<String> subfields(String field, Set<TextLanguage> languages) {
        return Stream.concat(Stream.of(FOLDED), languages.stream().map(TextLanguage::code))
                .map(sub -> field + "." + sub)
                .toList();
    }

    private static Set<TextLanguage> among(Predicate<TextLanguage> wanted) {
        return Arrays.stream(values())
                .filter(wanted)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TextLanguage.class)));
    }
}
