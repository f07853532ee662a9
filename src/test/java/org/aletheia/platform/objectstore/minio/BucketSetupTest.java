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
import org.aletheia.platform.objectstore.ObjectStoreConfig.ObjectLock;
import org.aletheia.platform.objectstore.ObjectStoreConfig.PayloadSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lifecycle rule of the log bucket, against answers as Amazon documents them; the stack's store knows no rules. */
@Tag("unit")
class BucketSetupTest {
    private static final String NONE = "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>";
    private static final String UNKNOWN = "<Error><Code>NotImplemented</Code></Error>";

    private HttpServer server;
    private @Nullable String rules;
    private boolean supported = true;

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
    void setsARuleThatLetsReplacedVersionsGo() {
        BucketSetup setup = setup();
        assertThat(setup.forgetsReplaced("log")).isFalse();
        assertThat(setup.forgetReplaced("log", 7)).isTrue();
        assertThat(rules)
                .contains("<NoncurrentDays>7</NoncurrentDays>")
                .contains("<ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker>")
                .contains("<Status>Enabled</Status>")
                .doesNotContain("<Days>");
        assertThat(setup.forgetsReplaced("log")).isTrue();
    }

    @Test
    void anotherRuleIsNone() {
        rules = "<LifecycleConfiguration><Rule><ID>a</ID><Status>Enabled</Status><Filter><Prefix>x</Prefix></Filter>"
                + "<Expiration><Days>5</Days></Expiration></Rule></LifecycleConfiguration>";
        assertThat(setup().forgetsReplaced("log")).isFalse();
    }

    @Test
    void aStoreWithoutRulesSaysNo() {
        supported = false;
        assertThat(setup().forgetReplaced("log", 7)).isFalse();
        assertThat(setup().forgetsReplaced("log")).isFalse();
    }

    private BucketSetup setup() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new BucketSetup(S3ClientFactory.open(
                new StackStore.Settings(
                        endpoint,
                        "key",
                        "secret",
                        "t",
                        ObjectLock.REQUIRED,
                        PayloadSignature.AUTO,
                        Duration.ofSeconds(5)),
                Clock.systemUTC()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!supported) {
            reply(exchange, 501, UNKNOWN);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            rules = sent;
            reply(exchange, 200, "");
        } else {
            reply(exchange, rules == null ? 404 : 200, rules == null ? NONE : rules);
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
