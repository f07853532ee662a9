package org.aletheia.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.aletheia.testing.Guest;
import org.aletheia.testing.Tokens;

/**
 * Calls every operation of the description with drawn values, and holds each answer to what the description says, and to
 * what no answer may tell: how the server is built, and what belongs to others.
 */
final class ApiFuzzer {
    /** Beyond it a connection is closed, whatever the line says, with or without a word (414) before. */
    private static final int LONGEST_LINE = 4096;

    /** Attempts of it are counted for all together, and those of other tests must be heard. */
    private static final Set<String> NOT_CALLED = Set.of("POST /api/v1/bootstrap");

    private static final Pattern INSIDE =
            Pattern.compile("Exception|org\\.aletheia|io\\.quarkus|io\\.vertx|jakarta\\.|java\\.(lang|util|io)"
                    + "|org\\.(hibernate|postgresql|jboss)|com\\.fasterxml|(?i:psql|sqlstate|select \\w+ from|insert into|violates)"
                    + "|\\bat [a-z]+\\.[a-zA-Z.]+\\(|/(home|tmp|usr|var|root|opt)/");
    private static final List<String> HEADERS =
            List.of("Aletheia-Purpose", "Prefer", "Range", "If-None-Match", "Accept-Language", "Repr-Digest");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "text/plain",
            "*/*",
            "nonsense",
            "multipart/form-data",
            "application/xml");

    private final URI server;
    private final JsonNode description;
    private final List<ApiOperation> operations;
    private final TakenBodies bodies;
    private final ApiDraw draw;
    private final List<String> hidden;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> found = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /**
     * @param hidden texts and ids of another organisation, which no request names
     */
    ApiFuzzer(URI server, JsonNode description, TakenBodies bodies, ApiDraw draw, List<String> hidden) {
        this.server = server;
        this.description = description;
        this.operations = ApiOperation.all(description).stream()
                .filter(operation -> !NOT_CALLED.contains(operation.toString()))
                .toList();
        this.bodies = bodies;
        this.draw = draw;
        this.hidden = hidden;
    }

    /** What was found so far: by operation and kind the first request that showed it. */
    Map<String, String> found() {
        return found;
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** Each operation once. */
    void round() throws InterruptedException {
        for (ApiOperation operation : operations) {
            call(operation);
        }
    }

    private void call(ApiOperation operation) throws InterruptedException {
        Asked asked;
        try {
            asked = draw(operation);
        } catch (IllegalArgumentException | IOException e) {
            return; // no client can send it
        }
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(asked.request(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!tooLong(asked)) {
                found.putIfAbsent(operation + " gives no answer", asked + " " + e);
            }
            return;
        }
        if (answer.statusCode() == 414 && tooLong(asked)) {
            return;
        }
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        check(operation, asked, answer);
    }

    private static boolean tooLong(Asked asked) {
        return asked.request().uri().toString().length() >= LONGEST_LINE;
    }

    private void check(ApiOperation operation, Asked asked, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (status >= 500) {
            report(operation, "is a failure of the server: " + status, asked, body);
        }
        Set<String> types = operation.answers().get(status);
        if (types == null) {
            report(operation, "answers " + status + ", which is not described", asked, body);
        } else if (answer.body().length > 0) {
            String type = answer.headers()
                    .firstValue("Content-Type")
                    .orElse("none")
                    .replaceFirst(";.*", "")
                    .strip();
            if (!types.contains(type) && !types.contains("*/*")) {
                report(operation, "answers " + status + " as " + type + ", which is not described", asked, body);
            }
        }
        if (status >= 400 && INSIDE.matcher(body).find()) {
            report(operation, "tells how the server is built", asked, body);
        }
        if (hidden.stream().anyMatch(body::contains)) {
            report(operation, "tells what belongs to others", asked, body);
        }
        if (answer.headers().firstValue("X-Canary").isPresent()) {
            report(operation, "lets a caller write headers", asked, body);
        }
    }

    private void report(ApiOperation operation, String what, Asked asked, String body) {
        found.putIfAbsent(operation + " " + what, asked + "\n    → " + shortened(body, 300));
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    /** A request with the body that it has. */
    private record Asked(HttpRequest request, String body) {
        @Override
        public String toString() {
            return request.method() + " " + shortened(request.uri().toString(), 300) + " "
                    + request.headers().map().entrySet().stream()
                            .filter(header -> !header.getKey().equalsIgnoreCase("Authorization"))
                            .toList()
                    + " " + shortened(body, 700);
        }
    }

    private Asked draw(ApiOperation operation) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(address(operation)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Tokens.of(Guest.USER));
        headers(operation, request);
        String body = "";
        BodyPublisher publisher = BodyPublishers.noBody();
        if (!operation.bodies().isEmpty()) {
            String type = operation.bodies().keySet().iterator().next();
            body = body(operation, type);
            publisher = BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8));
            String stated = draw.chance(90) ? type : draw.pick(TYPES);
            String boundary = stated.startsWith("multipart/") && draw.chance(90) ? ";boundary=b" : "";
            request.header("Content-Type", stated.replace("*/*", "application/octet-stream") + boundary);
        }
        return new Asked(request.method(operation.verb(), publisher).build(), body);
    }

    private String address(ApiOperation operation) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(draw.segment()));
                case "query" -> {
                    if (parameter.required() || draw.chance(40)) {
                        query.add(parameter.name() + "=" + encoded(draw.parameter(parameter.schema())));
                    }
                }
                default -> {
                    // headers, below
                }
            }
        }
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void headers(ApiOperation operation, HttpRequest.Builder request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && draw.chance(75)) {
                headers.put(
                        parameter.name().toLowerCase(Locale.ROOT),
                        parameter.name().equals("If-Match") && draw.chance(80)
                                ? draw.pick(List.of("\"r1\"", "\"r2\"", "*", "\"r9999999999\"", "W/\"r1\""))
                                : draw.text());
            }
        }
        if (draw.chance(15)) {
            headers.put(draw.pick(HEADERS).toLowerCase(Locale.ROOT), draw.text());
        }
        if (draw.chance(10)) {
            headers.put("accept", draw.pick(TYPES));
        }
        headers.forEach((name, value) -> {
            if (value.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && value.length() < 4_000) {
                request.setHeader(name, value);
            }
        });
    }

    private String body(ApiOperation operation, String type) throws IOException {
        if (!type.equals("application/json")) {
            return raw(type);
        }
        List<JsonNode> taken = bodies.of(operation);
        if (!taken.isEmpty() && draw.chance(70)) {
            return draw.written(draw.chance(15) ? draw.pick(taken) : draw.changed(draw.pick(taken)));
        }
        return draw.written(
                draw.chance(10)
                        ? draw.changed(draw.pick(bodies.all()))
                        : draw.value(Objects.requireNonNull(operation.bodies().get(type)), description, 0));
    }

    private String raw(String type) throws IOException {
        JsonNode some = draw.changed(draw.pick(bodies.all()));
        return switch (type) {
            case "application/x-ndjson" ->
                "{\"kind\":\"incident\",\"externalId\":\"" + draw.pick(List.of("a", "b", "", "\\u0000", "é"))
                        + "\",\"record\":" + draw.written(some) + "}\n" + draw.text();
            case "multipart/form-data" ->
                "--b\r\nContent-Disposition: form-data; name=\"" + draw.pick(List.of("metadata", "file", "x\"y"))
                        + "\"\r\nContent-Type: application/json\r\n\r\n" + draw.written(some)
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + draw.text().replaceAll("[\r\n\"]", "")
                        + "\"\r\n\r\n" + draw.text() + draw.pick(List.of("\r\n--b--\r\n", "\r\n--b", ""));
            default -> draw.text();
        };
    }
}
