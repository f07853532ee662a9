package org.aletheia.local.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A relay before Elasticsearch that keeps what the server sends, so that the bare side can send the very same query with
 * the very same access filter, and load the very same rows.
 */
final class Recorder implements AutoCloseable {

    /** A search as it went over the wire. */
    record Search(String pathAndQuery, byte[] body) {}

    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Accept", "X-Elastic-Product");

    private final URI target;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer relay;
    private final List<Search> searches = new CopyOnWriteArrayList<>();
    private final List<byte[]> bulks = new CopyOnWriteArrayList<>();
    private volatile String pointInTime = "";
    private volatile boolean keepingBulks;

    Recorder(URI target) throws IOException {
        this.target = target;
        this.relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext("/", this::pass);
        relay.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        relay.start();
    }

    String url() {
        return "http://127.0.0.1:" + relay.getAddress().getPort();
    }

    /** The searches since the last call. */
    List<Search> take() {
        List<Search> taken = List.copyOf(searches);
        searches.clear();
        return taken;
    }

    /** Where the server last opened a point in time: path and query. */
    String pointInTime() {
        return pointInTime;
    }

    /** Keeps the bodies of bulk requests from now on. */
    void keepBulks() {
        keepingBulks = true;
    }

    /** The bulk requests that were kept. */
    List<byte[]> bulks() {
        return List.copyOf(bulks);
    }

    private void keep(String path, byte[] body) {
        if (path.contains("/_search")) {
            searches.add(new Search(path, body));
        } else if (path.contains("/_pit?")) {
            pointInTime = path;
        } else if (path.contains("/_bulk") && keepingBulks) {
            bulks.add(body);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            keep(path, body);
            var request = HttpRequest.newBuilder(target.resolve(path))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            for (String name : KEPT_HEADERS) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            answer(exchange, http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> reply) throws IOException {
        for (String name : KEPT_HEADERS) {
            reply.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value));
        }
        boolean empty = reply.body().length == 0;
        exchange.sendResponseHeaders(reply.statusCode(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        relay.stop(0);
        http.close();
    }
}
