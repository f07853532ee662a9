package org.aletheia.local.timestamps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A timestamp authority for tests (RFC 3161 over HTTP, §3.4), on 127.0.0.1: {@code POST /tsa}, and at {@code /crl} what it has
 * revoked. Arguments: folder of its keys and certificates, made at the first start, and port. It ends when its standard
 * input closes, as its parent's end makes it.
 */
public final class TimestampAuthorityMain {
    private static final int LONGEST_REQUEST = 1 << 14;

    private TimestampAuthorityMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().name("end-of-input").start(TimestampAuthorityMain::exitAtEndOfInput);
        int port = Integer.parseInt(arguments[1]);
        Credentials credentials = Credentials.open(Path.of(arguments[0]), "http://127.0.0.1:" + port + "/crl");
        Timestamps timestamps = new Timestamps(credentials);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/tsa", exchange -> serve(exchange, "POST", "application/timestamp-reply", timestamps::answer));
        server.createContext(
                "/crl",
                exchange -> serve(exchange, "GET", "application/pkix-crl", request -> credentials.revocationList()));
        server.start();
    }

    /** What is answered to a body. */
    @FunctionalInterface
    private interface Service {
        byte[] answer(byte[] request) throws Exception;
    }

    private static void serve(HttpExchange exchange, String method, String type, Service service) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals(method)) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
            Optional<byte[]> answer = answer(service, request);
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, answer.get().length);
            exchange.getResponseBody().write(answer.get());
        }
    }

    /** Empty for a body that is no question. */
    private static Optional<byte[]> answer(Service service, byte[] request) {
        try {
            return Optional.of(service.answer(request));
        } catch (Exception e) {
            System.err.println("Not answered: " + e);
            return Optional.empty();
        }
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() != -1) {
                // nothing is ever sent: only the end counts
            }
        } catch (IOException e) {
            System.err.println("Standard input failed: " + e);
        }
        System.exit(0);
    }
}
