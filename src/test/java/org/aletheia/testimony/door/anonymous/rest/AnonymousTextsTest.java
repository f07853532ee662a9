package org.aletheia.testimony.door.anonymous.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.aletheia.evidence.anonymous.AnonymousState;
import org.aletheia.platform.http.AnswerTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AnonymousTextsTest {
    private final AnswerTexts texts = AnswerTexts.load("anonymous");

    @Test
    void eachLanguageSaysTheSame() {
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(new TreeSet<>(texts.keys(language))).as(language).isEqualTo(new TreeSet<>(texts.keys("en")));
            assertThat(texts.text(language, "keeper")).contains("{organisation}");
            assertThat(texts.text(language, "files")).contains("{files}", "{size}");
            assertThat(texts.text(language, "state.waiting")).contains("{day}");
            texts.keys(language).stream()
                    .filter(key -> !key.equals("notice.none"))
                    .forEach(key -> assertThat(texts.text(language, key))
                            .as("%s %s", language, key)
                            .isNotBlank());
        }
    }

    @Test
    void thereAreWordsForWhatIsSaidInCodes() {
        for (AnonymousState state : AnonymousState.values()) {
            assertThat(texts.text("en", "state." + state.code()))
                    .as(state.code())
                    .isNotBlank();
        }
        for (AnonymousPages.Notice notice : AnonymousPages.Notice.values()) {
            assertThat(texts.keys("en")).contains(notice.key());
        }
    }
}
