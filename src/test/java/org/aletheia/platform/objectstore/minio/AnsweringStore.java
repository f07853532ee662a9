package org.aletheia.platform.objectstore.minio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.aletheia.platform.objectstore.ObjectStoreConfig.ObjectLock;
import org.aletheia.platform.objectstore.ObjectStoreConfig.PayloadSignature;

/** Answers as Amazon documents what the stack's store does not do. */
final class AnsweringStore implements AutoCloseable {
    /** What a store says to a request that it does not know, with status 501. */
    static final String UNKNOWN = "<Error><Code>NotImplemented</Code></Error>";

    private final HttpServer server;

    AnsweringStore(HttpHandler answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answers);
        server.start();
    }

    /** Of the kind that the product opens. */
    S3Client client() {
        return S3ClientFactory.open(
                new StackStore.Settings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        "key",
                        "secret",
                        "t",
                        ObjectLock.REQUIRED,
                        PayloadSignature.AUTO,
                        Duration.ofSeconds(5)),
                Clock.systemUTC());
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
