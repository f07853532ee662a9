package org.aletheia.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Time that the server takes for the proof of an event anywhere in a long log: looked up, made, verified, written out. */
final class ProofTimes {
    private static final int WARM_UPS = 3_000;
    private static final int COUNTED = 3_000;

    private final InsideServer server;
    private final int entries;
    private final Random random = new Random(7);

    ProofTimes(InsideServer server, int entries) {
        this.server = server;
        this.entries = entries;
    }

    Figure figure() throws Exception {
        prove(WARM_UPS);
        List<Double> millis = prove(COUNTED);
        return new Figure(
                "proof of any event in a log of " + entries + " entries, median (p95, p99, longest)",
                String.format(
                        Locale.ROOT,
                        "%.1f ms (%.1f, %.1f, %.1f)",
                        Pairs.median(millis),
                        Pairs.percentile(millis, 0.95),
                        Pairs.percentile(millis, 0.99),
                        Pairs.percentile(millis, 1)),
                "–",
                Double.NaN,
                "≤ 10 ms",
                "–");
    }

    private List<Double> prove(int count) throws Exception {
        Path events = Files.createTempFile("aletheia-bench", ".events");
        try {
            Files.write(
                    events,
                    random.ints(count, 0, entries)
                            .mapToObj(index -> LongLog.event(index).toString())
                            .toList());
            return Arrays.stream(server.command("prove " + events).split(" "))
                    .map(nanos -> Long.parseLong(nanos) / 1e6)
                    .toList();
        } finally {
            Files.delete(events);
        }
    }
}
