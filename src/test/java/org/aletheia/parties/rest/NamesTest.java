package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names in many scripts and identifiers, the same on every kind of party. */
@QuarkusTest
@Tag("it")
class NamesTest {
    private static final List<Map<String, String>> NAMES = List.of(
            Map.of("language", "ar", "text", "لواء الفرات"),
            Map.of(
                    "language", "ar-Latn",
                    "text", "Liwa al-Furat",
                    "kind", "transliteration",
                    "transliterationOf", "لواء الفرات"),
            Map.of("language", "en", "text", "Old Brigade", "kind", "former"));

    @Test
    void namesKeepLanguageScriptKindAndWhatTheyTransliterate() {
        for (String kind : List.of("units", "groups", "organisations")) {
            String id = create(
                    "documenter",
                    kind,
                    Map.of("names", NAMES, "identifiers", List.of(Map.of("scheme", "wikidata", "value", "Q42"))));
            get("documenter", kind + "/" + id)
                    .body("names.kind", contains("official", "transliteration", "former"))
                    .body("names.language", contains("ar", "ar-Latn", "en"))
                    .body("names[1].transliterationOf", equalTo("لواء الفرات"))
                    .body("identifiers[0].value", equalTo("Q42"));
        }
        create("documenter", "states", Map.of("country", "SY", "names", NAMES));
    }

    @Test
    void everythingWrongWithNamesIsSaidAtOnce() {
        post(
                        "documenter",
                        "units",
                        Map.of(
                                "names",
                                List.of(
                                        Map.of("language", "ru", "text", "Polk", "kind", "transliteration"),
                                        Map.of(
                                                "language", "ru-Latn",
                                                "text", "Brigada",
                                                "kind", "transliteration",
                                                "transliterationOf", "Бригада"),
                                        Map.of("language", "en", "text", "A", "transliterationOf", "Polk"),
                                        Map.of("language", "en", "text", "B", "kind", "aliass")),
                                "identifiers",
                                List.of(Map.of("scheme", "passport", "value", "1"), Map.of("scheme", "other"))))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains(
                                "/names/0/language",
                                "/names/1/transliterationOf",
                                "/names/2/transliterationOf",
                                "/names/3/kind",
                                "/identifiers/0/scheme",
                                "/identifiers/1/value"))
                .body(
                        "findings.code",
                        contains(
                                "script-required",
                                "name-unknown",
                                "transliteration-only",
                                "code-unknown",
                                "code-unknown",
                                "required"));
    }

    @Test
    void aProtectedPersonHasNoIdentifierEither() {
        post("documenter", "persons", Map.of("identifiers", List.of(Map.of("scheme", "wikidata", "value", "Q1"))))
                .statusCode(400)
                .body("findings.pointer", contains("/identifiers"))
                .body("findings.code", contains("protected-name"));
    }
}
