package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.TestPartners;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.TestHistory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that is set back to a backup under a server that runs, and a log that is recovered. */
@Tag("slow")
class RestoredBackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<NoteKeyPair> KEYS = List.of(TestPartners.key(0));
    private static final TestHistory PARTNER = new TestHistory(1, 40).named(TestPartners.origin(0));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void intakeGoesOnInQuarantineAndTheLogGoesOnAfterwards() throws Exception {
        try (var trial = new Trial(Map.of("aletheia.journal.check-every", "2S"))) {
            try (var server = trial.start()) {
                trial.enrol(server);
                proven(server, upload(server, 1));
            }
            trial.backUp();
            try (var server = trial.start()) {
                var lost = upload(server, 2);
                String receipt = proven(server, lost);
                assertThat(cosigned(server, PARTNER.request(0, 20, KEYS).format()))
                        .isEqualTo(200);

                trial.restore();
                await().atMost(PATIENCE).until(() -> "contradicting".equals(quarantine(server, "data.journal")));
                assertThat(quarantine(server, "status")).isEqualTo("DOWN");
                assertThat(quarantine(server, "data.events")).contains("log-events-missing");
                assertThat(get(server.managementAt("/q/health/ready")).statusCode())
                        .isEqualTo(200);
                var waiting = upload(server, 3);
                assertThat(waiting.text("receipt.document.pending")).isEqualTo("log-recovery");
                assertThat(waiting.text("receipt.document.promise")).isNull();
                assertThat(cosigned(server, PARTNER.request(20, 30, KEYS).format()))
                        .isEqualTo(503);

                assertThat(trial.run("log", "recover").exit()).isEqualTo(1);
                assertThat(quarantine(server, "data.journal")).isEqualTo("contradicting");
                var recovered = trial.run("log", "recover", "--declare-lost");
                assertThat(recovered.exit()).as(recovered.output()).isZero();

                proven(server, waiting);
                assertThat(quarantine(server, "status")).isEqualTo("UP");
                assertThat(get(server.at("/log/recoveries")).body())
                        .contains("GOV-LOG-RECOVERED", "c2sp.org/tlog-proof@v1");
                assertThat(new Documenter(server).get(receipt).status())
                        .as("nobody knows it any more")
                        .isEqualTo(404);
                TestHistory other = PARTNER.forkAt(11, 2);
                assertThat(cosigned(server, other.request(0, 20, KEYS).format()))
                        .isEqualTo(409);
                assertThat(cosigned(server, PARTNER.request(20, 30, KEYS).format()))
                        .isEqualTo(200);
            }
            assertThat(trial.fsck()).isEmpty();
            assertThat(trial.run("log", "recover").exit()).isZero();
        }
    }

    /** Connections that the restored database has cut are made anew meanwhile. */
    private static Documenter.Answer upload(RunningServer server, long seed) {
        var documenter = new Documenter(server);
        var sample = new Sample(seed, 3_000);
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> documenter.upload(
                                documenter.deposit(documenter.submission()),
                                sample.length(),
                                sample::open,
                                sample.sha256()),
                        answer -> answer.status() == 201);
    }

    /** Waits for the proof; the address of the receipt. */
    private static String proven(RunningServer server, Documenter.Answer upload) {
        String receipt = upload.text("receipt.href");
        var documenter = new Documenter(server);
        await().atMost(PATIENCE)
                .until(() -> JsonPath.from(documenter.get(receipt).body()).getString("proof") != null);
        return receipt;
    }

    private String quarantine(RunningServer server, String path) throws Exception {
        String health = get(server.managementAt("/q/health")).body();
        return JsonPath.from(health).getString("checks.find { it.name == 'log-quarantine' }." + path);
    }

    private int cosigned(RunningServer server, String request) throws Exception {
        return send(HttpRequest.newBuilder(server.at("/witness/add-checkpoint")).POST(BodyPublishers.ofString(request)))
                .statusCode();
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
