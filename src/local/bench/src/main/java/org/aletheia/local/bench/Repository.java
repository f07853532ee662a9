package org.aletheia.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.aletheia.local.demo.Cast;
import org.aletheia.local.demo.client.StackProperties;

/** The server's side of each pair: what a documenter's client does, with token and connections kept. */
final class Repository {

    private static final String BINARY = "application/octet-stream";
    private static final String METADATA = "{\"title\":\"Benchmark item\",\"kind\":\"other\",\"mediaType\":\"%s\"}";
    private static final String BOUNDARY = "aletheia-bench-boundary";

    private final HttpClient http;
    private final URI server;
    private final Cast cast;
    private final String submission;

    Repository(StackProperties stack, URI server, HttpClient http) throws Exception {
        this.http = http;
        this.server = server;
        this.cast = new Cast(http, stack, server);
        cast.enrol();
        this.submission = cast.as("documenter")
                .post(
                        "/api/v1/submissions",
                        Map.of(
                                "title", "Benchmark",
                                "controller", "Field Team",
                                "legalBasis", "none, made-up material",
                                "retentionRule", "five-years"))
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    Cast cast() {
        return cast;
    }

    /** Deposits the repeated pattern of this length and returns the item's id. */
    String upload(long bytes, String reprDigest) throws IOException, InterruptedException {
        String deposit = send(request("/api/v1/submissions/" + submission + "/deposits")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(METADATA.formatted(BINARY))))
                .id();
        return send(request("/api/v1/deposits/" + deposit + "/content")
                        .header("Content-Type", "application/octet-stream")
                        .header("Repr-Digest", reprDigest)
                        .PUT(RawStore.pattern(bytes)))
                .id();
    }

    /** Reads an item's content to its end and returns its length. */
    long download(String item) throws IOException, InterruptedException {
        var reply = http.send(
                request("/api/v1/items/" + item + "/content?acknowledge=unreviewed")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (reply.statusCode() != 200) {
            throw new IOException("The server answered " + reply.statusCode());
        }
        return RawStore.drain(reply.body());
    }

    /** One file with its metadata in one call; the content is made different each time. */
    String uploadSmall(byte[] content) throws IOException, InterruptedException {
        return send(request("/api/v1/submissions/" + submission + "/items")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(multipart(BINARY, content))))
                .id();
    }

    /** One small text in one call. */
    String uploadText(String text) throws IOException, InterruptedException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return send(request("/api/v1/submissions/" + submission + "/items")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(multipart("text/plain", content))))
                .id();
    }

    private static byte[] multipart(String type, byte[] content) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + METADATA.formatted(type)
                        + "\r\n--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"f.bin\"\r\n"
                        + "Content-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return body;
    }

    /** Bytes that no earlier call has sent. */
    static byte[] fresh(int bytes) {
        byte[] content = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(content);
        return content;
    }

    HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + cast.token("documenter"));
    }

    /** An answer of success; anything else ends the run. */
    record Answer(String body) {

        String id() {
            int at = body.indexOf("\"id\":\"");
            return body.substring(at + 6, at + 42);
        }
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("The server answered " + reply.statusCode() + ": " + reply.body());
        }
        return new Answer(reply.body());
    }
}
