package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nobody is asked to corroborate that they suffered sexual violence, nobody's sexual history is recorded, and no person is
 * graded: there is no field for it, on the wire or within, and no list of codes.
 */
@Tag("unit")
class NoSuchQuestionTest {
    private static final Pattern QUESTION = Pattern.compile(
            "corroborat|sexualhistor|sexhistor|sexualconduct|priorsexual"
                    + "|virgin|chastit|promiscu|consensual|provocation|victimcredib|witnesscredib|credibilityof"
                    + "|(person|victim|witness|survivor|claimant)(s)?(grade|score|rating|reliab|credib|trust)"
                    + "|(grade|score|rating|reliability|credibility|trustworthiness)of(the)?(person|victim|witness|survivor|claimant)");
    private static final Pattern PROPERTY = Pattern.compile("^\\s+([A-Za-z][A-Za-z0-9]*):", Pattern.MULTILINE);

    @Test
    void thePatternKnowsTheQuestions() {
        for (String asked : List.of(
                "corroboration",
                "needsCorroboration",
                "sexualHistory",
                "victimCredibility",
                "witnessGrade",
                "gradeOfPerson")) {
            assertThat(asks(asked)).as(asked).isTrue();
        }
        for (String fine : List.of("grade", "channelGrade", "support", "characteristics", "personId", "victims")) {
            assertThat(asks(fine)).as(fine).isFalse();
        }
    }

    @Test
    void noFieldOfTheApiAsks() throws IOException {
        String description = Files.readString(Generated.project().resolve("docs/openapi.yaml"));
        Matcher names = PROPERTY.matcher(description);
        List<String> all = names.results().map(found -> found.group(1)).toList();
        assertThat(all).hasSizeGreaterThan(300).noneMatch(NoSuchQuestionTest::asks);
    }

    @Test
    void noFieldOfARecordAsks() {
        Stream<String> fields = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.aletheia").stream()
                        .flatMap(type -> type.getFields().stream())
                        .map(JavaField::getName);
        assertThat(fields).hasSizeGreaterThan(500).noneMatch(NoSuchQuestionTest::asks);
    }

    @Test
    void noListOfCodesAsks() {
        assertThat(new CodeLists().all().stream().map(CodeList::id)).noneMatch(NoSuchQuestionTest::asks);
        assertThat(new CodeLists()
                        .all().stream().flatMap(list -> list.codes().stream()).map(row -> row.code()))
                .noneMatch(NoSuchQuestionTest::asks);
    }

    private static boolean asks(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return QUESTION.matcher(letters).find();
    }
}
