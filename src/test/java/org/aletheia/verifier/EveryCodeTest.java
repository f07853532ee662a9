package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.verifier.content.ContentFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * One tampered fixture at least for each code in the table of docs/custody.md §8, checked in for everybody's verifier, with
 * all codes that it must have and no other. A code is a constant of {@link Check}, so that none can fail that is not there.
 */
@Tag("unit")
class EveryCodeTest {
    private static final Path PAGE = Path.of("docs", "custody.md");
    private static final Pattern ROW = Pattern.compile("`([a-z0-9-]+)`");
    private static final long SMALL = 300_000;

    @TempDir
    Path folder;

    @Test
    void everyFixtureHasItsCodesAndExitCodeAndNoOther() throws IOException {
        assertThat(differing(Fixture.ALL)).isEmpty();
    }

    @Test
    void everyCodeThatCanFailHasAFixtureAndARowOfThePage() throws IOException {
        Set<String> canFail = Stream.of(Check.values())
                .filter(Check::canFail)
                .map(Check::code)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> failing = new TreeSet<>();
        Fixture.in(Fixture.ALL).forEach(fixture -> failing.addAll(fixture.fails()));
        assertThat(failing).isEqualTo(canFail);
        assertThat(documented()).isEqualTo(canFail);
    }

    /** Rules of other packages go into codes of the table under their own names. */
    @Test
    void codesOfOtherPackagesAreTheirOwn() {
        for (ContentFault fault : ContentFault.values()) {
            assertThat(Check.of(fault).code()).isEqualTo(fault.code());
        }
        Set<TimestampException.Rule> ofAnswers = Set.of(
                TimestampException.Rule.STATUS,
                TimestampException.Rule.NONCE,
                TimestampException.Rule.POLICY,
                TimestampException.Rule.TIME);
        for (TimestampException.Rule rule : TimestampException.Rule.values()) {
            assertThat(Check.of(rule).code()).isEqualTo(ofAnswers.contains(rule) ? "timestamp-form" : rule.code());
        }
    }

    @Test
    void theNameOfAFixtureBeginsWithACodeThatItHas() throws IOException {
        for (Fixture fixture : Fixture.in(Fixture.ALL)) {
            assertThat(
                            fixture.fails().isEmpty()
                                    ? fixture.name().startsWith("right-")
                                    : fixture.fails().stream().anyMatch(fixture.name()::startsWith))
                    .as(fixture.name())
                    .isTrue();
        }
    }

    @Test
    void theyAreSmall() throws IOException {
        try (Stream<Path> files = Files.walk(Fixture.ALL)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(SMALL);
        }
    }

    /** What makes them makes them still, with other keys. */
    @Test
    void theyCanBeMadeAgain() throws Exception {
        make(folder);
        assertThat(differing(folder)).isEmpty();
        assertThat(expected(folder)).isEqualTo(expected(Fixture.ALL));
    }

    /** {@code mvn test -Dtest=EveryCodeTest -Dfixtures.write=true}: writes those that are checked in, in place of the old ones. */
    @Test
    @EnabledIfSystemProperty(named = "fixtures.write", matches = "true")
    void writeThem() throws Exception {
        try (Stream<Path> old = Files.walk(Fixture.ALL)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        make(Fixture.ALL);
        assertThat(differing(Fixture.ALL)).isEmpty();
    }

    private static void make(Path all) throws Exception {
        DocumentFixtures documents = new DocumentFixtures(all);
        documents.write();
        new LogFixtures(all, documents.house()).write();
        new StampFixtures(all, documents.house()).write();
        new ObjectFixtures(all).write();
        new KeyFixtures(all, documents.house()).write();
    }

    private static Map<String, String> expected(Path all) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        Fixture.in(all)
                .forEach(
                        fixture -> expected.put(fixture.name(), fixture.exit() + " " + new TreeSet<>(fixture.fails())));
        return expected;
    }

    /** What came out where it was not what had to. */
    private List<String> differing(Path all) throws IOException {
        Map<String, String> expected = expected(all);
        assertThat(expected).hasSizeGreaterThan(50);
        List<String> differing = new ArrayList<>();
        for (Fixture fixture : Fixture.in(all)) {
            Path out = folder.resolve("out-of-" + fixture.name());
            String found = outcome(fixture.words(out));
            if (!found.equals(expected.get(fixture.name()))) {
                differing.add(fixture + ": expected " + expected.get(fixture.name()) + ", found " + found);
            }
            assertThat(Files.exists(out))
                    .as(fixture.name())
                    .isEqualTo(fixture.command().contains("OUT") && fixture.exit() == 0);
            Files.deleteIfExists(out);
        }
        return differing;
    }

    private static String outcome(String[] words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Verify.run(all, out, out);
        return exit + " " + failed(bytes.toByteArray());
    }

    /** The codes of one line of JSON that failed. */
    static Set<String> failed(byte[] output) {
        Map<?, ?> json = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(withoutNewline(output)));
        Set<String> codes = new TreeSet<>();
        if (json.get("findings") instanceof List<?> findings) {
            for (Object one : findings) {
                if (one instanceof Map<?, ?> finding && "failed".equals(finding.get("outcome"))) {
                    codes.add(String.valueOf(finding.get("check")));
                }
            }
        }
        return codes;
    }

    private static byte[] withoutNewline(byte[] output) {
        return new String(output, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> documented() throws IOException {
        Set<String> codes = new TreeSet<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(PAGE)) {
            inTable = line.startsWith("| code | fails when") || inTable && line.startsWith("|");
            if (inTable && line.startsWith("| `")) {
                String cell = line.substring(0, line.indexOf('|', 1));
                ROW.matcher(cell)
                        .results()
                        .map((MatchResult code) -> code.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }
}
