package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class AnswerTextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "access",
                "problems",
                "receipt",
                "statement",
                "claim",
                "sheet",
                "case",
                "dossier",
                "consent",
                "prior"
            })
    void everyTextIsThereInEveryLanguageAndInNoOther(String name) {
        AnswerTexts texts = AnswerTexts.load(name);
        Set<String> keys = texts.keys("en");
        assertThat(keys).isNotEmpty();
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(texts.keys(language)).as(language).isEqualTo(keys);
        }
        for (String key : keys) {
            List<String> all = AnswerTexts.LANGUAGES.stream()
                    .map(language -> texts.text(language, key))
                    .toList();
            assertThat(all).as(key).doesNotHaveDuplicates().noneMatch(String::isBlank);
        }
    }

    @Test
    void textsThatAreNotThereStopTheStart() {
        assertThatThrownBy(() -> AnswerTexts.load("none")).isInstanceOf(IllegalStateException.class);
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
        assertThat(AnswerTexts.language(header)).isEqualTo(language);
    }
}
