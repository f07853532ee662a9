package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many small and some large uploads at once, and one of six gibibytes, in a heap of 256 MiB. */
@Tag("slow")
class OverloadTest {

    private static final int SMALL = 200;
    private static final int LARGE = 4;
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** An item that was acknowledged, and what its bytes must be. */
    private record Received(String item, Sample sample) {}

    @Test
    void twoHundredSmallAndFourLargeTogether() throws Exception {
        try (var trial = new Trial(Map.of());
                var server = trial.start()) {
            trial.enrol(server);
            var documenter = new Documenter(server);
            String submission = documenter.submission();
            List<Callable<Received>> work = new ArrayList<>();
            for (int i = 0; i < LARGE; i++) {
                work.add(upload(server, submission, new Sample(1000 + i, 500 * MIB)));
            }
            for (int i = 0; i < SMALL; i++) {
                work.add(upload(server, submission, new Sample(i, 64 * KIB)));
            }
            List<Received> received = new ArrayList<>();
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Received> done : clients.invokeAll(work)) {
                    received.add(done.get());
                }
            }
            for (Received one : received) {
                assertThat(documenter.contentDigest(one.item()))
                        .isEqualTo(one.sample().hex());
            }
            assertThat(server.isAlive()).as("no memory error ended the server").isTrue();
        }
    }

    @Test
    void sixGibibytes() throws Exception {
        try (var trial = new Trial(Map.of());
                var server = trial.start()) {
            trial.enrol(server);
            var documenter = new Documenter(server);
            Received received = upload(server, documenter.submission(), new Sample(6, 6 * KIB * MIB))
                    .call();
            assertThat(documenter.contentDigest(received.item()))
                    .isEqualTo(received.sample().hex());
            System.out.println("Peak resident memory of the server: " + server.peakResidentMiB() + " MiB");
        }
    }

    private static Callable<Received> upload(RunningServer server, String submission, Sample sample) {
        return () -> {
            var documenter = new Documenter(server);
            String deposit = documenter.deposit(submission);
            var answer = documenter.upload(deposit, sample.length(), sample::open, sample.sha256());
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return new Received(answer.text("id"), sample);
        };
    }
}
