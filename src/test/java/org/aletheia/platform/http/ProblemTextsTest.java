package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ProblemTextsTest {
    private static final Set<String> KEYS = Arrays.stream(ProblemType.values())
            .flatMap(type -> Stream.of(type.code() + ".title", type.code() + ".detail"))
            .collect(Collectors.toCollection(TreeSet::new));

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
    void everyProblemHasATitleAndADetailInEveryLanguage(String language) {
        Properties texts = ProblemTexts.load(language);
        assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(KEYS);
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void noTwoLanguagesShareAText() {
        for (String key : KEYS) {
            List<String> texts = ProblemTexts.LANGUAGES.stream()
                    .map(language -> ProblemTexts.load(language).getProperty(key))
                    .toList();
            assertThat(texts).as(key).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|fr",
                "fr-CA, en;q=0.8|fr",
                "de, ru;q=0.5|ru",
                "zh-Hant-TW|zh",
                "ar-SY|ar",
                "de|en",
                "*|en",
                ";;;|en",
                "es;q=0.2, fr;q=0.9|fr",
            })
    void theCallersLanguageIsFound(String header, String language) {
        assertThat(new ProblemTexts().language(header)).isEqualTo(language);
    }

    @Test
    void valuesFillTheirPlaces() {
        Problems problems = new Problems(new ProblemTexts());
        ProblemException problem = new ProblemException(
                ProblemType.INVALID_REQUEST,
                Map.of("status", "forged", "limit", 3),
                List.of(new Finding("/name", "too-long", Map.of("max", 200, "code", "forged"))));
        assertThat(problems.body(problem, "en", "00000000-0000-0000-0000-000000000000"))
                .containsEntry("status", 400)
                .containsEntry("limit", 3)
                .containsEntry("findings", List.of(Map.of("pointer", "/name", "code", "too-long", "max", 200)));
    }
}
