package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig.ObjectLock;
import org.aletheia.platform.objectstore.ObjectStoreConfig.PayloadSignature;
import org.aletheia.platform.objectstore.StoredObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that refuses conditions with the answer that S3 documents for it; the stack's store knows them. */
@Tag("unit")
class UnconditionalStoreTest {
    private static final String UNKNOWN = "<Error><Code>NotImplemented</Code></Error>";
    private static final String NEW = "new";

    private HttpServer server;
    private @Nullable String held;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void writesWhereThereIsNothing() {
        assertThat(put(Optional.empty())).isTrue();
        assertThat(held).isEqualTo(NEW);
    }

    @Test
    void writesNothingOverWhatWasNotSeen() {
        held = "old";
        assertThat(put(Optional.empty())).isFalse();
        assertThat(held).isEqualTo("old");
    }

    @Test
    void writesOverWhatWasSeen() {
        held = "old";
        assertThat(put(Optional.of(new StoredObject(held.getBytes(StandardCharsets.UTF_8), "\"tag\""))))
                .isTrue();
        assertThat(held).isEqualTo(NEW);
    }

    private boolean put(Optional<StoredObject> seen) {
        S3Client client = S3ClientFactory.open(
                new StackStore.Settings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        "key",
                        "secret",
                        "t",
                        ObjectLock.REQUIRED,
                        PayloadSignature.AUTO,
                        Duration.ofSeconds(5)),
                Clock.systemUTC());
        ObjectStore store =
                new MinioObjectStore(new S3Calls(client), Bucket.LOG, "log", new BucketFeatures(false, false));
        return store.putOver(seen, "checkpoints/1", NEW.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match")
                || exchange.getRequestHeaders().containsKey("If-Match");
        if (conditional) {
            reply(exchange, 501, UNKNOWN);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            held = sent;
            reply(exchange, 200, "");
        } else {
            exchange.getResponseHeaders().add("Last-Modified", "Tue, 01 Dec 2026 00:00:00 GMT");
            reply(exchange, held == null ? 404 : 200, "");
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
