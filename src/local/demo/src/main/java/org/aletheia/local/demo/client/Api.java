package org.aletheia.local.demo.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.aletheia.local.demo.samples.SampleFile;

/** One person's hands on the API: every request carries that person's token. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI server;
    private final Tokens tokens;
    private final String person;
    private final ObjectMapper json = new ObjectMapper();

    public Api(HttpClient http, URI server, Tokens tokens, String person) {
        this.http = http;
        this.server = server;
        this.tokens = tokens;
        this.person = person;
    }

    public Reply get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** POSTs JSON; each call is a create of its own, made repeatable by an idempotency key. */
    public Reply post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(json.writeValueAsBytes(body)),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** POSTs a decision or another change of something that exists, based on the revision that was seen. */
    public Reply post(String path, Map<String, ?> body, String etag) throws IOException, InterruptedException {
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(json.writeValueAsBytes(body)),
                "Content-Type",
                "application/json",
                "If-Match",
                etag);
    }

    /** PUTs JSON. */
    public Reply put(String path, Map<String, ?> body, String... headers) throws IOException, InterruptedException {
        return send(
                "PUT",
                path,
                BodyPublishers.ofByteArray(json.writeValueAsBytes(body)),
                with(headers, "Content-Type", "application/json"));
    }

    /** PUTs a file as a raw stream with the digest that the sender states, RFC 9530. */
    public Reply putContent(String path, SampleFile file, String reprDigest) throws IOException, InterruptedException {
        return send(
                "PUT",
                path,
                BodyPublishers.ofByteArray(file.content()),
                "Content-Type",
                file.mediaType(),
                "Repr-Digest",
                reprDigest);
    }

    /** POSTs metadata and file in one call, RFC 7578. */
    public Reply postMultipart(String path, Map<String, ?> metadata, SampleFile file)
            throws IOException, InterruptedException {
        String boundary = "aletheia-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"metadata\"", "application/json", json.writeValueAsBytes(metadata));
        part(body, boundary, "name=\"file\"; filename=\"" + file.name() + "\"", file.mediaType(), file.content());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String type, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type
                + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private Reply send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(person))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
