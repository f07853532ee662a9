package org.aletheia.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has JMH measure decisions of the policy as it is in the packaged server, in processes of its own. */
final class PolicyDecisions {
    private static final Path OURS =
            Path.of("src/local/bench/target/aletheia-bench.jar").toAbsolutePath();

    private final Path server;

    /** @param runner the packaged server */
    PolicyDecisions(Path runner) {
        this.server = runner.toAbsolutePath().getParent();
    }

    /** One for each number of compartments. */
    List<Figure> figures() throws IOException, InterruptedException {
        Path result = Files.createTempFile("aletheia-bench", ".json");
        try {
            Process jmh = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classpath(),
                            "org.openjdk.jmh.Main",
                            "PolicyBenchmark",
                            "-rf",
                            "json",
                            "-rff",
                            result.toString())
                    .inheritIO()
                    .start();
            if (jmh.waitFor() != 0) {
                throw new IOException("JMH failed; what it said is above");
            }
            List<Figure> figures = new ArrayList<>();
            new ObjectMapper().readTree(result.toFile()).forEach(run -> figures.add(figure(run)));
            return figures;
        } finally {
            Files.delete(result);
        }
    }

    private String classpath() {
        return Stream.of(
                        OURS,
                        OURS.resolveSibling("lib").resolve("*"),
                        server.resolve("app").resolve("*"),
                        server.resolve("lib").resolve("main").resolve("*"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Figure figure(JsonNode run) {
        JsonNode metric = run.get("primaryMetric");
        JsonNode percentiles = metric.get("scorePercentiles");
        return new Figure(
                "decision of the policy for a caller in "
                        + run.get("params").get("compartments").asText() + " compartments, p95 (median, p99.9); JMH",
                String.format(
                        Locale.ROOT,
                        "%.0f ns (%.0f, %.0f)",
                        percentiles.get("95.0").asDouble(),
                        percentiles.get("50.0").asDouble(),
                        percentiles.get("99.9").asDouble()),
                "–",
                Double.NaN,
                "≤ 50 µs",
                "–");
    }
}
