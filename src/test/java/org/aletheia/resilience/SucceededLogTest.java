package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.verifier.Finding;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that was set back under a log of which the bucket has lost the entries: it goes on under another name. */
@Tag("slow")
class SucceededLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ORIGIN = "aletheia.log.origin";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void theJournalGoesOnUnderAnotherNameAndOldReceiptsVerify() throws Exception {
        try (var trial = new Trial(Map.of("aletheia.journal.check-every", "2S"))) {
            Trust old;
            Receipt before;
            String kept;
            try (var server = trial.start()) {
                trial.enrol(server);
                kept = proven(server, upload(server, 1));
                old = trust(server, trial.setting(ORIGIN));
            }
            trial.backUp();
            try (var server = trial.start()) {
                before = receipt(server, proven(server, upload(server, 2)));
            }
            trial.restore();
            trial.loseEntries();
            Documenter.Answer waiting;
            try (var server = trial.start()) {
                await().atMost(PATIENCE)
                        .until(() -> get(server.managementAt("/q/health")).contains("log-events-missing"));
                waiting = upload(server, 3);
                assertThat(waiting.text("receipt.document.pending")).isEqualTo("log-recovery");
            }
            var next = succeeded(trial);
            try (var server = trial.start(next)) {
                Trust fresh = trust(server, String.valueOf(next.get(ORIGIN)));
                Receipt after = receipt(server, proven(server, waiting));
                assertThat(check(fresh, after)).isEmpty();
                assertThat(check(fresh, receipt(server, proven(server, kept))))
                        .as("asked for again")
                        .isEmpty();
                assertThat(check(old, before)).as("from before").isEmpty();
                assertThat(check(fresh, before)).as("of another log").contains("origin");
                Receipt told = told(server);
                assertThat(verdict(fresh, told).text()).contains("succession: ", trial.setting(ORIGIN));
                Verdict log = new LogCheck(fresh).check(LogFiles.web(server.at("/log"), http), Optional.empty());
                assertThat(log.passed()).as(log.text()).isTrue();
                assertThat(get(server.at("/log/keys"))).startsWith("aletheia/keys/v1\n" + next.get(ORIGIN) + "\n1\n");
            }
            var fsck = trial.run(next, "fsck", "--content");
            assertThat(fsck.exit()).as(fsck.output()).isZero();
        }
    }

    private static Map<String, String> succeeded(Trial trial) throws Exception {
        var plain = trial.run("log", "recover");
        assertThat(plain.exit()).as(plain.output()).isEqualTo(2);
        assertThat(plain.output()).contains("--new-origin");
        Map<String, String> next = trial.successor();
        String bucket = trial.setting("aletheia.object-store.log-bucket");
        List<String> command = List.of("log", "recover", "--new-origin", "--old-bucket", bucket);
        assertThat(run(trial, Map.of(), command).exit()).as("the same name").isEqualTo(2);
        Map<String, String> same = new HashMap<>(next);
        same.put("aletheia.object-store.log-bucket", bucket);
        assertThat(run(trial, same, command).output()).contains("empty bucket");
        var examined = run(trial, next, command);
        assertThat(examined.exit()).as(examined.output()).isEqualTo(1);
        assertThat(examined.output()).contains("entries-missing", "Nothing was changed");
        assertThat(run(trial, next, command, "--abandon", "example.org/log").exit())
                .as("another name")
                .isEqualTo(2);
        var done = run(trial, next, command, "--abandon", trial.setting(ORIGIN));
        assertThat(done.exit()).as(done.output()).isZero();
        var again = run(trial, next, command, "--abandon", trial.setting(ORIGIN));
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("nothing to do");
        return next;
    }

    private static Trial.Ended run(Trial trial, Map<String, String> settings, List<String> words, String... more)
            throws IOException, InterruptedException {
        return trial.run(
                settings, Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static Documenter.Answer upload(RunningServer server, long seed) throws Exception {
        var documenter = new Documenter(server);
        var sample = new Sample(seed, 3_000);
        return documenter.upload(
                documenter.deposit(documenter.submission()), sample.length(), sample::open, sample.sha256());
    }

    private static String proven(RunningServer server, Documenter.Answer upload) {
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        return proven(server, upload.text("receipt.href"));
    }

    /** Waits for the proof; the address of the receipt. */
    private static String proven(RunningServer server, String receipt) {
        var documenter = new Documenter(server);
        await().atMost(PATIENCE)
                .until(() -> JsonPath.from(documenter.get(receipt).body()).getString("proof") != null);
        return receipt;
    }

    private static Receipt receipt(RunningServer server, String address) throws Exception {
        return Receipt.parse(new Documenter(server).get(address).body().getBytes(StandardCharsets.UTF_8));
    }

    /** The one event that tells of the succession. */
    private Receipt told(RunningServer server) throws Exception {
        byte[] answer = get(server.at("/log/recoveries")).getBytes(StandardCharsets.UTF_8);
        if (CanonicalJson.parse(answer) instanceof Map<?, ?> recoveries
                && recoveries.get("recoveries") instanceof List<?> receipts
                && receipts.size() == 1) {
            return Receipt.parse(CanonicalJson.write(receipts.getFirst()));
        }
        throw new AssertionError("expected one: " + new String(answer, StandardCharsets.UTF_8));
    }

    private Trust trust(RunningServer server, String origin) throws Exception {
        return Trust.of(origin, get(server.at("/log/vkeys")).lines().toList(), 0);
    }

    private static Set<String> check(Trust trust, Receipt receipt) throws IOException {
        return verdict(trust, receipt).findings().stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
                .map(Finding::check)
                .collect(Collectors.toSet());
    }

    private static Verdict verdict(Trust trust, Receipt receipt) throws IOException {
        return new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.empty(), Optional.empty());
    }

    private String get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
