package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 1, broken twenty times by {@code kill -9} at random moments of a busy server: while bytes stream in, right
 * after a success response, between a transaction and its sequencing, during publication.
 */
@Tag("slow")
class KillTest {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 4;
    private static final long[] LENGTHS = {3_000, 64 << 10, 700_000, 3 << 20, 20 << 20};

    private final Random random = new Random(Long.getLong("aletheia.kill.seed", 20140305));
    private final AtomicLong seeds = new AtomicLong(1);

    /** What the server acknowledged: the item's id and the SHA-256 of its bytes. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void keepsWhatItAcknowledgedAndShowsNothingElse() throws Exception {
        try (var trial = new Trial(Map.of())) {
            try (var first = trial.start()) {
                trial.enrol(first);
            }
            LogWatch log = new LogWatch();
            for (int round = 1; round <= ROUNDS; round++) {
                RunningServer server = trial.start();
                log.extended(server);
                workUntilKilled(server, 500 + random.nextInt(4000));
            }
            try (var last = trial.start()) {
                log.extended(last);
                verify(new Documenter(last));
                assertThat(log.verifyEveryEvent(last)).as("events proven").isGreaterThanOrEqualTo(acknowledged.size());
            }
            assertThat(acknowledged).as("rounds that acknowledged anything").hasSizeGreaterThan(ROUNDS);
            Plaintext.assertNoneIn(trial.dataFolders());
        }
    }

    /** Clients upload until the server dies under them, at a random moment or right after an acknowledgement. */
    private void workUntilKilled(RunningServer server, int milliseconds) throws Exception {
        boolean afterAnswer = random.nextBoolean();
        var answered = new AtomicBoolean();
        Thread[] clients = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = Thread.ofPlatform().start(() -> upload(server, answered));
        }
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        answered.set(false);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (afterAnswer && !answered.get() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private void upload(RunningServer server, AtomicBoolean answered) {
        var documenter = new Documenter(server);
        try {
            String submission = documenter.submission();
            while (server.isAlive()) {
                var sample = new Sample(seeds.getAndIncrement(), LENGTHS[random.nextInt(LENGTHS.length)]);
                String deposit = documenter.deposit(submission);
                byte[] digest = sample.sha256();
                var answer = documenter.upload(deposit, sample.length(), sample::open, digest);
                if (answer.status() == 201) {
                    acknowledged.put(answer.text("id"), HexFormat.of().formatHex(digest));
                    answered.set(true);
                }
            }
        } catch (IOException | IllegalStateException e) {
            // the server died under this client: what it had not answered is not acknowledged
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every acknowledged item is whole; every item that is listed is whole too, acknowledged or not. */
    private void verify(Documenter documenter) throws Exception {
        for (var item : acknowledged.entrySet()) {
            assertThat(documenter.contentDigest(item.getKey()))
                    .as(item.getKey())
                    .isEqualTo(item.getValue());
        }
        String next = "";
        do {
            var page = documenter.get("/api/v1/items?limit=100" + next);
            assertThat(page.status()).isEqualTo(200);
            JsonPath json = JsonPath.from(page.body());
            List<Map<String, ?>> items = json.getList("items");
            for (int i = 0; i < items.size(); i++) {
                String id = json.getString("items[" + i + "].id");
                String digest = json.getString("items[" + i + "].file.digests.'sha-256'");
                assertThat(documenter.contentDigest(id)).as("listed " + id).isEqualTo(digest);
            }
            next = json.getString("next") == null ? "" : "&cursor=" + json.getString("next");
        } while (!next.isEmpty());
    }
}
