package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One person at work who gives nothing up: whatever is refused for now is asked again in the same words. The server itself
 * ends no connection, so that there is always an answer.
 */
final class PatientClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** To go on later: the server cannot just now, or is still at it. */
    private static final Set<Integer> LATER = Set.of(503);

    private static final String IN_PROGRESS = "idempotency-in-progress";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;
    private final String user;

    PatientClient(RunningServer server, String user) {
        this.server = server;
        this.user = user;
    }

    /** An answer of the server. */
    record Answer(int status, String body) {
        String text(String path) {
            return JsonPath.from(body).getString(path);
        }

        boolean isAccepted() {
            return status < 300;
        }
    }

    /** Question that may be asked often. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws Exception;
    }

    HttpRequest.Builder request(String path) {
        return Documenter.as(user, server.at(path));
    }

    /** Creates, once however often it is asked; returns what the answer says under this path. */
    String create(String path, String body, String told) throws Exception {
        return retry(json(path, body)
                        .header("Idempotency-Key", UUID.randomUUID().toString()))
                .text(told);
    }

    String create(String path, String body) throws Exception {
        return create(path, body, "id");
    }

    HttpRequest.Builder json(String path, String body) {
        return request("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    Answer get(String path) throws Exception {
        return retry(request(path));
    }

    /** Asks until it is answered, and accepted. */
    Answer retry(HttpRequest.Builder request) throws Exception {
        return retry(request, Set.of());
    }

    /** Asks until the answer is not "later"; it must be a success, or of one of these statuses. */
    Answer retry(HttpRequest.Builder request, Set<Integer> alsoFine) throws Exception {
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

    /** Asks until the answer meets what is waited for. */
    static <T> T until(String what, Asking<T> asking, Predicate<T> met) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T answer = asking.ask();
        while (!met.test(answer)) {
            assertThat(System.nanoTime()).as(what + ": " + answer).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
            answer = asking.ask();
        }
        return answer;
    }

    private static boolean isLater(Answer answer) {
        return LATER.contains(answer.status()) || answer.status() == 409 && IN_PROGRESS.equals(answer.text("code"));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(reply.statusCode(), reply.body());
    }
}
