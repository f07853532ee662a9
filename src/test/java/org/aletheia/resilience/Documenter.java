package org.aletheia.resilience;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.testing.Tokens;

/** One documenter at work against one server process. */
final class Documenter {

    /** An answer of the server, whatever its status. */
    record Answer(int status, String body) {

        String text(String path) {
            return JsonPath.from(body).getString(path);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Long enough for six gibibytes at 10 MiB/s: the client counts the sending, too. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;

    Documenter(RunningServer server) {
        this.server = server;
    }

    /** Opens a submission and returns its id. */
    String submission() throws IOException, InterruptedException {
        return created(json("/api/v1/submissions", """
                {"title":"Trial","controller":"Field Team","legalBasis":"made-up material","retentionRule":"five-years"}
                """));
    }

    /** Makes a deposit and returns its id. */
    String deposit(String submission) throws IOException, InterruptedException {
        return created(deposits(submission));
    }

    /** Asks for a deposit, whatever the answer. */
    Answer tryDeposit(String submission) throws IOException, InterruptedException {
        return send(deposits(submission));
    }

    private HttpRequest.Builder deposits(String submission) {
        return json("/api/v1/submissions/" + submission + "/deposits", """
                {"title":"Trial item","kind":"other","mediaType":"application/octet-stream"}
                """);
    }

    /** Sends a deposit's bytes, as long as the server lives. */
    Answer upload(String deposit, long length, Supplier<InputStream> content, byte[] sha256)
            throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content), length);
        return send(request("/api/v1/deposits/" + deposit + "/content")
                .timeout(UPLOAD_PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":")
                .PUT(body));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** SHA-256 in hex of an item's content as it is downloaded now. */
    String contentDigest(String item) throws IOException, InterruptedException {
        var reply = http.send(
                request("/api/v1/items/" + item + "/content").build(), HttpResponse.BodyHandlers.ofInputStream());
        var digest = DigestAlgorithm.SHA_256.newMessageDigest();
        try (var in = new DigestInputStream(reply.body(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return reply.statusCode() == 200 ? HexFormat.of().formatHex(digest.digest()) : "HTTP " + reply.statusCode();
    }

    private HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return as("documenter", server.at(path));
    }

    static HttpRequest.Builder as(String user, URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + Tokens.of(user));
    }

    private String created(HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = send(request);
        if (answer.status() != 201) {
            throw new IllegalStateException("expected 201: " + answer);
        }
        return answer.text("id");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(reply.statusCode(), reply.body());
    }
}
