package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/operations.md promises of libraries, logs and tokens is so in the build and in the code. */
@Tag("unit")
class OperationsPageTest {
    private static final Pattern CATEGORY = Pattern.compile("String CATEGORY = \"([^\"]+)\"");
    private static final Pattern LOOSE =
            Pattern.compile("<artifactId>[^<]*</artifactId>\\s*<version>[^<]*([\\[(,]|LATEST|RELEASE)[^<]*</version>");

    @Test
    void eachBuildWritesABillOfMaterialsOfPinnedLibraries() throws IOException {
        String pom = Files.readString(Generated.project().resolve("pom.xml"));
        assertThat(pom)
                .contains("cyclonedx-maven-plugin", "<goal>makeBom</goal>", "<outputName>aletheia-sbom</outputName>");
        assertThat(LOOSE.matcher(pom).results().map(MatchResult::group)).isEmpty();
        assertThat(section("## Libraries"))
                .contains("target/aletheia-sbom.json", "| 2 days", "| 7 days |", "| 30 days");
    }

    @Test
    void everyLogCategoryOfItsOwnIsListed() throws IOException {
        TreeSet<String> own = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Generated.project().resolve("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CATEGORY.matcher(Files.readString(file)).results().forEach(found -> own.add(found.group(1)));
            }
        }
        String listed = section("## What is logged, and where");
        assertThat(own).isNotEmpty();
        assertThat(listed).contains(own.stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void whatEndsAnAccessIsListedWithTheSystemThatDoes() throws IOException {
        assertThat(section("## Tokens, and who ends them"))
                .contains("identity provider", "`DELETE /members/{id}`", "`aletheia.door.session-life`");
    }

    private static String section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Generated.project().resolve("docs/operations.md"));
        int from = lines.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        return String.join(
                "\n",
                lines.subList(from + 1, lines.size()).stream()
                        .takeWhile(line -> !line.startsWith("## "))
                        .toList());
    }
}
