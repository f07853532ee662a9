package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code aletheia-verify.jar} as it is handed out, with nothing else: of Bouncy Castle it holds only the classes that the
 * build has found to be reached, so that what reaches others is found here. Runs after the jar was made, in {@code mvn verify}.
 */
@Tag("packaged")
class PackagedVerifierTest {
    private static final Path HOME = Path.of(System.getProperty("aletheia.basedir"));
    private static final Path JAR = HOME.resolve("target").resolve("aletheia-verify.jar");
    private static final Path EXAMPLE = HOME.resolve("docs/verify/example");

    @TempDir
    Path folder;

    /** Timestamps all, since these alone use Bouncy Castle; of the rest one right thing of each kind. */
    @Test
    void itSaysWhatItsClassesSay() throws Exception {
        List<Fixture> fixtures = Fixture.in(HOME.resolve(Fixture.ALL)).stream()
                .filter(fixture ->
                        fixture.name().startsWith("right-") || fixture.name().startsWith("timestamp"))
                .toList();
        assertThat(fixtures).hasSizeGreaterThan(20);
        for (Fixture fixture : fixtures) {
            String[] words = fixture.words(folder.resolve("out"));
            String[] asJson = Arrays.copyOf(words, words.length + 1);
            asJson[words.length] = "--json";
            assertThat(EveryCodeTest.failed(run(fixture.exit(), asJson).getBytes(StandardCharsets.UTF_8)))
                    .as(fixture.name())
                    .isEqualTo(new TreeSet<>(fixture.fails()));
        }
    }

    @Test
    void theWorkedExampleHoldsAndAnotherFileDoesNot() throws Exception {
        assertThat(run(0, example(EXAMPLE.resolve("door.txt"))))
                .contains("proves that these bytes were held by evidence.example/log no later than");
        Path other = Files.writeString(folder.resolve("door.txt"), "A door, photographed from the yard.\n");
        assertThat(run(1, example(other))).contains("[FAIL] file: ");
        assertThat(run(2, example(folder.resolve("none")))).contains("cannot verify: there is no ");
        assertThat(run(2)).contains("usage: receipt");
    }

    private static String[] example(Path file) {
        return new String[] {
            "item",
            "evidence.example/log",
            EXAMPLE.resolve("keys.txt").toString(),
            EXAMPLE.resolve("history.json").toString(),
            file.toString()
        };
    }

    private static String run(int exit, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-jar", JAR.toString()));
        command.addAll(Stream.of(words).toList());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }
}
