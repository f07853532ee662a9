package org.aletheia.testimony.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeSet;
import org.aletheia.access.Purpose;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.reparations.claim.ClaimStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DoorTextsTest {
    private final AnswerTexts texts = AnswerTexts.load("door");

    @Test
    void eachLanguageSaysTheSame() {
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(new TreeSet<>(texts.keys(language))).as(language).isEqualTo(new TreeSet<>(texts.keys("en")));
            assertThat(texts.text(language, "keeper")).contains("{organisation}");
            texts.keys(language).stream()
                    .filter(key -> !key.equals("notice.none"))
                    .forEach(key -> assertThat(texts.text(language, key))
                            .as("%s %s", language, key)
                            .isNotBlank());
        }
    }

    @Test
    void thereAreWordsForWhatTheRecordSaysInCodes() throws IOException {
        for (Purpose purpose : Purpose.values()) {
            assertThat(texts.text("en", "purpose." + purpose.code()))
                    .as(purpose.code())
                    .isNotBlank();
        }
        for (JsonNode kind : statementKinds()) {
            String code = kind.path("code").asText();
            assertThat(texts.text("en", "given." + code)).as(code).isNotBlank();
        }
        for (ClaimStatus status : ClaimStatus.values()) {
            assertThat(texts.text("en", "state.claim." + status.code())).isNotBlank();
        }
        for (Wish wish : Wish.values()) {
            assertThat(texts.text("en", "wish." + wish.code())).isNotBlank();
            for (WishState state : WishState.values()) {
                boolean possible = wish == Wish.WITHDRAWAL || state != WishState.CONFIRMED;
                assertThat(texts.text("en", "wish." + wish.code() + "." + state.code())
                                .isBlank())
                        .as("%s %s", wish, state)
                        .isNotEqualTo(possible);
            }
        }
    }

    private static JsonNode statementKinds() throws IOException {
        try (InputStream list = DoorTextsTest.class.getResourceAsStream("/codelists/statement-kind.json")) {
            return new ObjectMapper().readTree(list).path("codes");
        }
    }
}
