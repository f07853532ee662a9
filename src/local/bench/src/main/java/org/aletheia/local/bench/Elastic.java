package org.aletheia.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bare Elasticsearch, spoken to over HTTP. */
final class Elastic {
    private static final int MOST_TRIES = 100;
    private static final long PAUSE_MS = 100;

    private final HttpClient http;
    private final URI server;
    private final ObjectMapper json = new ObjectMapper();

    Elastic(URI server, HttpClient http) {
        this.server = server;
        this.http = http;
    }

    void search(Recorder.Search search) throws IOException, InterruptedException {
        send("POST", search.pathAndQuery(), "application/json", search.body());
    }

    /** Refreshes an alias and returns how many documents it has. */
    long count(String alias) throws IOException, InterruptedException {
        send("POST", "/" + alias + "/_refresh", "application/json", new byte[0]);
        return get("/" + alias + "/_count").get("count").asLong();
    }

    /** Refreshes an alias and returns how many of its documents a query string matches. */
    long count(String alias, String query) throws IOException, InterruptedException {
        send("POST", "/" + alias + "/_refresh", "application/json", new byte[0]);
        return get("/" + alias + "/_count?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .get("count")
                .asLong();
    }

    /** Opens a point in time as the server did; returns its id. */
    String openPoint(String pathAndQuery) throws IOException, InterruptedException {
        return json.readTree(send("POST", pathAndQuery, "application/json", new byte[0]))
                .get("id")
                .asText();
    }

    /** The same search at another point in time. */
    Recorder.Search at(String point, Recorder.Search search) throws IOException {
        ObjectNode body = (ObjectNode) json.readTree(search.body());
        ((ObjectNode) body.get("pit")).put("id", point);
        return new Recorder.Search(search.pathAndQuery(), json.writeValueAsBytes(body));
    }

    /** The same bulk request for another index. */
    byte[] into(String index, byte[] bulk) throws IOException {
        var lines = new StringBuilder(bulk.length);
        boolean action = true;
        for (String line : new String(bulk, StandardCharsets.UTF_8).split("\n")) {
            if (action) {
                JsonNode operation = json.readTree(line);
                ((ObjectNode) operation.elements().next()).put("_index", index);
                lines.append(operation).append('\n');
            } else {
                lines.append(line).append('\n');
            }
            action = !action;
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An empty index with mappings and analysis of the one behind the alias. */
    void createLike(String alias, String index) throws IOException, InterruptedException {
        JsonNode like = get("/" + alias).elements().next();
        ObjectNode body = json.createObjectNode();
        body.set("mappings", like.get("mappings"));
        ObjectNode settings = ((ObjectNode) like.get("settings").get("index")).deepCopy();
        settings.remove(List.of("creation_date", "uuid", "version", "provided_name"));
        // as the server fills it
        settings.put("refresh_interval", "-1");
        body.putObject("settings").set("index", settings);
        send("DELETE", "/" + index + "?ignore_unavailable=true", "application/json", new byte[0]);
        put("/" + index, body);
    }

    void load(List<byte[]> requests, String index) throws IOException, InterruptedException {
        for (byte[] request : requests) {
            JsonNode answer = json.readTree(send("POST", "/_bulk", "application/x-ndjson", request));
            if (answer.get("errors").asBoolean()) {
                throw new IOException("the bare loader was refused");
            }
        }
        send("POST", "/" + index + "/_refresh", "application/json", new byte[0]);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send("GET", path, "application/json", new byte[0]));
    }

    private void put(String path, ObjectNode body) throws IOException, InterruptedException {
        send("PUT", path, "application/json", json.writeValueAsBytes(body));
    }

    /** Elasticsearch may have no memory to spare for a while: then the same is sent again. */
    private byte[] send(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", type);
        request.method(
                method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (int tries = 1; reply.statusCode() == 429 && tries < MOST_TRIES; tries++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("Elasticsearch answered " + reply.statusCode() + " to " + method + " " + path);
        }
        return reply.body();
    }
}
