package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What a documenter does in one morning, as a client that gives nothing up: whatever is refused for now is asked again in
 * the same words. Each step is acknowledged in the end, and has then happened once.
 */
final class FaultScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A client that goes on later: the server cannot just now, or is still at it. */
    private static final Set<Integer> LATER = Set.of(503);

    private static final String IN_PROGRESS = "idempotency-in-progress";
    private static final int SMALL = 30_000;
    /** More than one part of a multipart upload. */
    private static final int LARGE = 12 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;
    private final long seed;

    FaultScenario(RunningServer server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    private record Answer(int status, String body) {
        String text(String path) {
            return JsonPath.from(body).getString(path);
        }

        boolean isAccepted() {
            return status < 300;
        }
    }

    /** All of it; fails where an answer is neither a success nor a clear refusal, or anything acknowledged is not there. */
    void run() throws Exception {
        String submission = create("submissions", """
                {"title":"Trial","controller":"Field Team","legalBasis":"made-up material","retentionRule":"five-years"}""");
        String small = upload(submission, new Sample(seed, SMALL));
        String large = upload(submission, new Sample(-seed, LARGE));
        revise(small);
        String seal = create("items/" + small + "/custody-events", """
                {"type":"CE-SEALED","happened":"2026-03-05","seal":{"number":"AB-1","condition":"intact"}}""", "event");
        hold(small);
        String incident = create("incidents", """
                {"title":"Strike on a residential block","language":"en","dates":["2024-03-05"]}""");
        HttpRequest.Builder receipt =
                request("/api/v1/events/" + seal + "/receipt").header("Prefer", "wait=5");
        until("receipt", () -> retry(receipt, Set.of(404)), Answer::isAccepted); // 404: it has no index yet
        assertThat(retry(request("/api/v1/incidents/" + incident)).text("id")).isEqualTo(incident);
        List<String> items = JsonPath.from(
                        retry(request("/api/v1/items?submission=" + submission)).body())
                .getList("items.id");
        assertThat(items).as("items of the submission").containsExactlyInAnyOrder(small, large);
        isWhole(small, new Sample(seed, SMALL));
        isWhole(large, new Sample(-seed, LARGE));
        happenedOnce(small);
    }

    private String upload(String submission, Sample sample) throws Exception {
        String deposit = create("submissions/" + submission + "/deposits", """
                {"title":"Trial item","kind":"other","mediaType":"application/octet-stream"}""");
        HttpRequest.Builder upload = request("/api/v1/deposits/" + deposit + "/content")
                .header("Content-Type", "application/octet-stream")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sample.sha256()) + ":")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(sample::open), sample.length()));
        return retry(upload).text("id");
    }

    /** A revision that took effect although nobody was told answers 412 to the second try. */
    private void revise(String item) throws Exception {
        HttpRequest.Builder revision = request("/api/v1/items/" + item)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"r1\"")
                .PUT(BodyPublishers.ofString("{\"title\":\"Better said\",\"kind\":\"other\"}"));
        Answer answer = retry(revision, Set.of(412));
        assertThat(answer.status()).as(answer.body()).isIn(200, 412);
        Answer now = retry(request("/api/v1/items/" + item));
        assertThat(now.text("metadata.title")).isEqualTo("Better said");
        assertThat(now.text("revision")).isEqualTo("2");
    }

    /** A release that took effect although nobody was told answers 409 to the second try. */
    private void hold(String item) throws Exception {
        String hold = create("items/" + item + "/holds", """
                {"reason":"proceedings","authority":"management"}""");
        HttpRequest.Builder release = request("/api/v1/holds/" + hold + "/release")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"reason":"proceedings-ended","authority":"management"}"""));
        retry(release, Set.of(409));
    }

    private void isWhole(String item, Sample sample) throws Exception {
        Documenter documenter = new Documenter(server);
        until("content of " + item, () -> documenter.contentDigest(item), sample.hex()::equals);
    }

    /** Every step that was asked for again under the same key is one event, and each has its proof. */
    private void happenedOnce(String item) throws Exception {
        List<String> expected = List.of("CE-RECEIVED", "CE-SEALED", "CE-HOLD-SET", "CE-HOLD-RELEASED");
        until(
                "chain of " + item,
                () -> retry(request("/api/v1/items/" + item + "/custody?limit=100"))
                        .body(),
                chain -> types(chain).containsAll(expected));
        String chain =
                retry(request("/api/v1/items/" + item + "/custody?limit=100")).body();
        for (String type : expected) {
            assertThat(types(chain)).as("events of the item").containsOnlyOnce(type);
        }
        List<String> proofs = JsonPath.from(chain).getList("items.proof");
        for (String proof : proofs) {
            until("proof", () -> retry(request(proof), Set.of(409)), Answer::isAccepted);
        }
    }

    private static List<String> types(String chain) {
        return JsonPath.from(chain).getList("items.event.fields.collect { it.find { it.name == 'type' }.value }");
    }

    private String create(String path, String body) throws Exception {
        return create(path, body, "id");
    }

    private String create(String path, String body, String id) throws Exception {
        return retry(request("/api/v1/" + path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)))
                .text(id);
    }

    private HttpRequest.Builder request(String path) {
        return Documenter.as("documenter", server.at(path));
    }

    private Answer retry(HttpRequest.Builder request) throws Exception {
        return retry(request, Set.of());
    }

    /** Asks until the answer is neither "later" nor lost; the server itself ends no connection. */
    private Answer retry(HttpRequest.Builder request, Set<Integer> alsoFine) throws Exception {
        HttpRequest built = request.build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = send(built);
        while (isLater(answer) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = send(built);
        }
        assertThat(answer.isAccepted() || alsoFine.contains(answer.status()))
                .as(built.method() + " " + built.uri().getPath() + ": " + answer)
                .isTrue();
        return answer;
    }

    private static boolean isLater(Answer answer) {
        return LATER.contains(answer.status()) || answer.status() == 409 && IN_PROGRESS.equals(answer.text("code"));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(reply.statusCode(), reply.body());
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws Exception;
    }

    private static <T> void until(String what, Asking<T> asking, Predicate<T> met) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T answer = asking.ask();
        while (!met.test(answer)) {
            assertThat(System.nanoTime()).as(what + ": " + answer).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
            answer = asking.ask();
        }
    }
}
