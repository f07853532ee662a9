package org.aletheia.parties.rest;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.parties.PartyName;
import org.jspecify.annotations.Nullable;

/**
 * A public name as callers write it.
 *
 * @param language BCP 47; of a transliteration with its script, for example {@code ru-Latn}
 * @param kind code of {@code name-kind}; {@code official} where absent
 * @param transliterationOf of a transliteration, the text of the name in the same list that it writes
 */
record PartyNameBody(
        @Nullable String language,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String transliterationOf) {
    private static final int MAX_NAME = 200;

    /** At least one name, each of whose transliterations writes another of them. */
    static List<PartyName> some(Checks checks, @Nullable List<PartyNameBody> names) {
        checks.required("/names", names);
        checks.findings().require(names == null || !names.isEmpty(), "/names", "required");
        return any(checks, names);
    }

    /** As {@link #some}, or none. */
    static List<PartyName> any(Checks checks, @Nullable List<PartyNameBody> names) {
        Set<String> others = names == null
                ? Set.of()
                : names.stream()
                        .filter(name -> name != null && !PartyName.TRANSLITERATION.equals(name.kind))
                        .map(PartyNameBody::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return checks.each("/names", names, (at, name) -> name.check(at, checks, others));
    }

    private @Nullable PartyName check(String at, Checks checks, Set<String> others) {
        LanguageTag tag = checks.language(at + "/language", checks.required(at + "/language", language));
        String name = checks.text(at + "/text", checks.required(at + "/text", text), MAX_NAME);
        String code = checks.code("name-kind", at + "/kind", kind == null ? PartyName.OFFICIAL : kind);
        boolean transliterated = PartyName.TRANSLITERATION.equals(code);
        boolean scripted =
                tag == null || !transliterated || !tag.locale().getScript().isEmpty();
        checks.findings().require(scripted, at + "/language", "script-required");
        String of = at + "/transliterationOf";
        checks.findings().require(transliterated || transliterationOf == null, of, "transliteration-only");
        boolean known = !transliterated || transliterationOf == null || others.contains(transliterationOf);
        checks.findings().require(known, of, "name-unknown");
        return tag == null || name == null || code == null ? null : new PartyName(tag, name, code, transliterationOf);
    }
}
