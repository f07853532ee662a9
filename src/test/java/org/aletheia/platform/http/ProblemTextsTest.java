package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ProblemTextsTest {
    private static final Set<String> KEYS = Arrays.stream(ProblemType.values())
            .flatMap(type -> Stream.of(type.code() + ".title", type.code() + ".detail"))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyProblemHasATitleAndADetailInEveryLanguage() {
        AnswerTexts texts = AnswerTexts.load("problems");
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(new TreeSet<>(texts.keys(language))).as(language).isEqualTo(KEYS);
        }
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
