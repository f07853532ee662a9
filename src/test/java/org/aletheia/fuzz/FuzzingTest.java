package org.aletheia.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer, guided by coverage, against each parser, or those of {@code fuzz.only} (labels with commas between), for {@code
 * fuzz.seconds} (300). What it learns stays in {@code
 * target/fuzz/<parser>/corpus}, so that the next run goes on from there. An input that breaks a parser is to be put into
 * {@link FuzzTarget#FINDINGS}.
 */
@Tag("campaign")
class FuzzingTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 300);

    static Stream<FuzzTarget> targets() {
        String only = System.getProperty("fuzz.only", "");
        return only.isEmpty()
                ? Stream.of(FuzzTarget.values())
                : Stream.of(only.split(",", -1)).map(FuzzTarget::ofLabel);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksThem(FuzzTarget target) throws IOException, InterruptedException {
        Path folder = Path.of("target", "fuzz", target.label());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int next = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(corpus.resolve("seed-" + next++), seed);
        }
        Path log = folder.resolve("log.txt");
        Process jazzer = new ProcessBuilder(command(target, folder, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = jazzer.waitFor();
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        lines.stream()
                .filter(line -> line.startsWith("stat::number_of_executed_units") || line.contains("DONE"))
                .forEach(line -> System.out.println(target.label() + " " + line));
        assertThat(exit)
                .as("%s broke: the input lies in %s, what happened in %s", target, folder, log)
                .isZero();
    }

    private static List<String> command(FuzzTarget target, Path folder, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(),
                "--target_class=" + FuzzDriver.class.getName(),
                "--target_args=" + target.label(),
                "--instrumentation_includes=org.aletheia.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=10",
                "-print_final_stats=1",
                corpus.toString());
    }
}
