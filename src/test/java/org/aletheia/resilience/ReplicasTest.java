package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one database and one set of buckets write one log. */
@Tag("slow")
class ReplicasTest {

    private static final int UPLOADS_EACH = 60;
    private static final long BYTES = 32 << 10;

    @Test
    void twoReplicasNeitherForkNorLose() throws Exception {
        try (var trial = new Trial(Map.of());
                var one = trial.start();
                var two = trial.start()) {
            trial.enrol(one);
            LogWatch seenFromOne = new LogWatch();
            LogWatch seenFromTwo = new LogWatch();
            Map<String, String> received = new HashMap<>();
            for (int round = 0; round < 3; round++) {
                received.putAll(together(List.of(uploads(one, round), uploads(two, round + 100))));
                seenFromOne.extended(one);
                seenFromOne.extended(two);
                seenFromTwo.extended(two);
                seenFromTwo.extended(one);
            }
            var documenter = new Documenter(two);
            for (var item : received.entrySet()) {
                assertThat(documenter.contentDigest(item.getKey())).isEqualTo(item.getValue());
                assertThat(Proven.custodyOf(documenter, item.getKey()))
                        .as("events of " + item.getKey())
                        .isPositive();
            }
            assertThat(seenFromOne.verifyEveryEvent(two)).isGreaterThanOrEqualTo(received.size());
        }
    }

    private static Map<String, String> together(List<Callable<Map<String, String>>> work) throws Exception {
        Map<String, String> all = new HashMap<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Map<String, String>> done : clients.invokeAll(work)) {
                all.putAll(done.get());
            }
        }
        return all;
    }

    private static Callable<Map<String, String>> uploads(RunningServer server, int series) {
        return () -> {
            var documenter = new Documenter(server);
            String submission = documenter.submission();
            Map<String, String> received = new HashMap<>();
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < UPLOADS_EACH; i++) {
                samples.add(new Sample(series * 1000L + i, BYTES));
            }
            for (Sample sample : samples) {
                var answer = documenter.upload(
                        documenter.deposit(submission), sample.length(), sample::open, sample.sha256());
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                received.put(answer.text("id"), sample.hex());
            }
            return received;
        };
    }
}
