package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.aletheia.testing.TestPartners;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TestHistory;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two institutions that cosign each other's log, each with a server of its own, and a third that shows two histories. */
@Tag("slow")
class CosigningServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void twoHousesCosignEachOtherAndCatchAThirdThatShowsTwoHistories() throws Exception {
        try (var trialOne = new Trial(Map.of());
                var trialTwo = new Trial(Map.of())) {
            House one = House.of(trialOne);
            House two = House.of(trialTwo);
            try (var serverOne = trialOne.start(one.with(two))) {
                trialOne.enrol(serverOne);
                upload(serverOne, 1);
                awaitPolicy(serverOne, "DOWN", "0 of 1 needed");
                try (var serverTwo = trialTwo.start(two.with(one))) {
                    trialTwo.enrol(serverTwo);
                    upload(serverTwo, 2);
                    awaitPolicy(serverOne, "UP", "1 of 1 needed");
                    awaitPolicy(serverTwo, "UP", "1 of 1 needed");
                    wholeLogVerifies(serverOne, one, two);
                    wholeLogVerifies(serverTwo, two, one);
                    catchesTwoHistories(serverOne);
                    assertThat(trialOne.output()).contains("has signed two histories");
                }
                // the cosigner is gone: nothing waits for it
                String item = upload(serverOne, 3);
                assertThat(Proven.custodyOf(new Documenter(serverOne), item)).isPositive();
                awaitPolicy(serverOne, "DOWN", "0 of 1 needed");
            }
        }
    }

    private static String upload(RunningServer server, long seed) throws Exception {
        var documenter = new Documenter(server);
        var sample = new Sample(seed, 3_000);
        var answer = documenter.upload(
                documenter.deposit(documenter.submission()), sample.length(), sample::open, sample.sha256());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private void awaitPolicy(RunningServer server, String status, String policy) throws Exception {
        await("policy " + status, () -> {
            JsonPath health =
                    JsonPath.from(get(server.managementAt("/q/health")).body());
            return status.equals(health.getString("checks.find { it.name == 'cosigners' }.status"))
                    && policy.equals(health.getString("checks.find { it.name == 'cosigners' }.data.policy"));
        });
        assertThat(get(server.managementAt("/q/health/ready")).statusCode()).isEqualTo(200);
    }

    /** A stranger who knows both houses' keys, and asks for one cosigner. */
    private void wholeLogVerifies(RunningServer server, House house, House cosigner) throws Exception {
        List<NoteVerifierKey> keys = Stream.concat(house.logKeys().stream(), cosigner.cosigningKeys().stream())
                .toList();
        LogCheck check = new LogCheck(new Trust(house.origin(), keys, 1));
        await("a log with a cosigner", () -> {
            Verdict verdict = check.check(LogFiles.web(server.at("/log"), http), Optional.empty());
            return verdict.passed();
        });
        SignedNote note = SignedNote.parse(get(server.at("/log/checkpoint")).body());
        assertThat(note.open(house.logKeys())).hasSize(2);
        assertThat(get(server.at("/witness/vkeys")).body().lines())
                .containsExactlyElementsOf(house.cosigningKeys().stream()
                        .map(NoteVerifierKey::format)
                        .toList());
    }

    private void catchesTwoHistories(RunningServer server) throws Exception {
        List<NoteKeyPair> keys = List.of(TestPartners.key(0));
        TestHistory shown = new TestHistory(1, 40).named(TestPartners.origin(0));
        TestHistory alsoShown = shown.forkAt(11, 2);
        assertThat(ask(server, shown.request(0, 20, keys).format())).isEqualTo(200);
        assertThat(ask(server, alsoShown.request(20, 20, keys).format())).isEqualTo(422);
        assertThat(ask(server, alsoShown.request(20, 30, keys).format())).isEqualTo(422);
        assertThat(ask(server, alsoShown.request(15, 20, keys).format())).isEqualTo(409);
        JsonPath health = JsonPath.from(get(server.managementAt("/q/health")).body());
        assertThat(health.getString("checks.find { it.name == 'cosigning' }.status"))
                .isEqualTo("DOWN");
        assertThat(health.getString("checks.find { it.name == 'cosigning' }.data.p0"))
                .isEqualTo("split views: 2, unproven: 0");
        assertThat(get(server.managementAt("/q/metrics")).body())
                .contains("aletheia_witness_contradictions{kind=\"split-view\"} 2.0");
        assertThat(get(server.managementAt("/q/health/ready")).statusCode()).isEqualTo(200);
        assertThat(ask(server, shown.request(20, 30, keys).format())).isEqualTo(200);
    }

    private int ask(RunningServer server, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.at("/witness/add-checkpoint"))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
