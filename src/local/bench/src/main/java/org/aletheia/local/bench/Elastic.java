package org.aletheia.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The bare Elasticsearch, spoken to over HTTP. */
final class Elastic {

    private static final int PAGE = 1000;

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

    /** All documents of an alias as the lines of bulk requests, a thousand documents each. */
    List<byte[]> bulkOf(String alias) throws IOException, InterruptedException {
        String pit = post("/" + alias + "/_pit?keep_alive=5m", json.createObjectNode())
                .get("id")
                .asText();
        List<byte[]> requests = new ArrayList<>();
        JsonNode after = null;
        while (true) {
            ObjectNode page = json.createObjectNode().put("size", PAGE);
            page.putObject("pit").put("id", pit).put("keep_alive", "5m");
            page.putArray("sort").addObject().put("_shard_doc", "asc");
            if (after != null) {
                page.set("search_after", after);
            }
            ArrayNode hits = (ArrayNode) post("/_search", page).get("hits").get("hits");
            if (hits.isEmpty()) {
                return requests;
            }
            requests.add(lines(hits));
            after = hits.get(hits.size() - 1).get("sort");
        }
    }

    private byte[] lines(ArrayNode hits) throws IOException {
        var lines = new StringBuilder();
        for (JsonNode hit : hits) {
            ObjectNode action = json.createObjectNode();
            action.putObject("index").put("_id", hit.get("_id").asText());
            lines.append(action).append('\n').append(hit.get("_source")).append('\n');
        }
        return lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** An empty index with mappings and analysis of the one behind the alias. */
    void createLike(String alias, String index) throws IOException, InterruptedException {
        JsonNode like = get("/" + alias).elements().next();
        ObjectNode body = json.createObjectNode();
        body.set("mappings", like.get("mappings"));
        ObjectNode settings = ((ObjectNode) like.get("settings").get("index")).deepCopy();
        settings.remove(List.of("creation_date", "uuid", "version", "provided_name"));
        body.putObject("settings").set("index", settings);
        send("DELETE", "/" + index + "?ignore_unavailable=true", "application/json", new byte[0]);
        put("/" + index, body);
    }

    void load(String index, List<byte[]> requests) throws IOException, InterruptedException {
        for (byte[] request : requests) {
            JsonNode answer = json.readTree(send("POST", "/" + index + "/_bulk", "application/x-ndjson", request));
            if (answer.get("errors").asBoolean()) {
                throw new IOException("the bare loader was refused");
            }
        }
        send("POST", "/" + index + "/_refresh", "application/json", new byte[0]);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send("GET", path, "application/json", new byte[0]));
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        return json.readTree(send("POST", path, "application/json", json.writeValueAsBytes(body)));
    }

    private void put(String path, ObjectNode body) throws IOException, InterruptedException {
        send("PUT", path, "application/json", json.writeValueAsBytes(body));
    }

    private byte[] send(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", type);
        request.method(
                method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("Elasticsearch answered " + reply.statusCode() + " to " + method + " " + path);
        }
        return reply.body();
    }
}
