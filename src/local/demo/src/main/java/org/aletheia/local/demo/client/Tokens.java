package org.aletheia.local.demo.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Real access tokens from the identity provider, one per person, renewed shortly before they expire. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private record Held(String token, Instant until) {}

    private final HttpClient http;
    private final StackProperties stack;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Held> held = new HashMap<>();

    public Tokens(HttpClient http, StackProperties stack) {
        this.http = http;
        this.stack = stack;
    }

    /** The bearer token of a person of the demo realm, such as {@code documenter}. */
    public synchronized String of(String person) throws IOException, InterruptedException {
        Held current = held.get(person);
        if (current == null || Instant.now().isAfter(current.until())) {
            current = request(person);
            held.put(person, current);
        }
        return current.token();
    }

    private Held request(String person) throws IOException, InterruptedException {
        String form = form(Map.of(
                "grant_type",
                "password",
                "client_id",
                stack.get("stack.client-id"),
                "username",
                person,
                "password",
                stack.get("stack.users." + person + ".password")));
        var request = HttpRequest.newBuilder(URI.create(stack.get("stack.token-url")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The identity provider gave no token: HTTP " + answer.statusCode());
        }
        var body = json.readTree(answer.body());
        var life = Duration.ofSeconds(body.get("expires_in").asLong());
        return new Held(
                body.get("access_token").asText(), Instant.now().plus(life).minus(MARGIN));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
