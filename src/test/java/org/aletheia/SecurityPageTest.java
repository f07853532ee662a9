package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/security.md leaves no requirement out, and names no test that is not there. */
@Tag("unit")
class SecurityPageTest {
    private static final Pattern ROW = Pattern.compile("\\| (V[0-9.]+) \\| ([123]) \\| ([a-z ]+) \\| (.+) \\|");
    private static final Pattern RISK = Pattern.compile("\\| (API[0-9]+):2023 [^|]+\\| (.+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");

    private static List<String> page = List.of();
    private static Set<String> tests = Set.of();

    @BeforeAll
    static void read() throws IOException {
        page = Files.readAllLines(Generated.project().resolve("docs/security.md"));
        try (Stream<Path> files = Files.walk(Generated.project().resolve("src/test/java"))) {
            tests = new HashSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList());
        }
    }

    @Test
    void everyRequirementHasARowAndALevel() throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        try (var in = Objects.requireNonNull(SecurityPageTest.class.getResourceAsStream("/asvs-5.0.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .forEach(line -> wanted.put(line.split(" ", -1)[0], line.split(" ", -1)[1]));
        }
        assertThat(wanted).hasSize(267);
        Map<String, String> said = new TreeMap<>();
        rows(ROW).forEach(row -> assertThat(said.put(row.get(0), row.get(1)))
                .as(row.getFirst())
                .isNull());
        assertThat(said).isEqualTo(wanted);
    }

    /** What is met is met by a test; what is not, or does not apply, has its reason. */
    @Test
    void everyRowIsBackedOrExplained() {
        for (List<String> row : rows(ROW)) {
            assertThat(row.get(2)).as(row.getFirst()).isIn("met", "not met", "not applicable");
            if (row.get(2).equals("met")) {
                assertThat(NAMED.matcher(row.get(3)).find()).as(row.getFirst()).isTrue();
            } else {
                assertThat(row.get(3).length()).as(row.getFirst()).isGreaterThan(5);
            }
        }
    }

    @Test
    void everyRiskOfTheApiTopTenHasATest() {
        List<List<String>> risks = rows(RISK);
        assertThat(risks).hasSize(10).allSatisfy(risk -> assertThat(
                        NAMED.matcher(risk.get(1)).find())
                .as(risk.getFirst())
                .isTrue());
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        List<String> named = new ArrayList<>();
        Matcher names = NAMED.matcher(String.join("\n", page));
        while (names.find()) {
            named.add(names.group(1));
        }
        assertThat(named).isNotEmpty();
        assertThat(tests).containsAll(named);
    }

    private static List<List<String>> rows(Pattern form) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : page) {
            Matcher row = form.matcher(line);
            if (row.matches()) {
                List<String> cells = new ArrayList<>();
                for (int cell = 1; cell <= row.groupCount(); cell++) {
                    cells.add(row.group(cell));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
