package org.aletheia.custody.timestamping;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.timestamp.TestAuthority;

/** An authority over real HTTP, with all the ways in which one can fail. */
final class StubAuthority implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String name;
    private final TestAuthority keys;
    private volatile Function<TestAuthority, X509CRL> lists = TestAuthority::revocationList;
    private volatile boolean listed = true;
    private volatile Answering answering = StubAuthority::right;

    /** Answers a query, or does not. */
    @FunctionalInterface
    interface Answering {
        void answer(StubAuthority authority, HttpExchange exchange, byte[] query) throws Exception;
    }

    StubAuthority(String name, UnaryOperator<TestAuthority.Making> special) throws IOException {
        this.name = name;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/tsa", this::serve);
        server.createContext("/crl", this::list);
        server.start();
        keys = special.apply(TestAuthority.named(name).publishing(address("/crl")))
                .make();
    }

    /** As a configuration names it. */
    Authority configured() {
        return trusting(keys);
    }

    /** As a configuration that trusts somebody else. */
    Authority trusting(TestAuthority other) {
        return new Authority(
                name,
                address("/tsa"),
                List.of(other.root()),
                DigestAlgorithm.SHA_512,
                Optional.of(TestAuthority.POLICY),
                List.of());
    }

    TestAuthority keys() {
        return keys;
    }

    /** What it does from now on. */
    void does(Answering answer) {
        answering = answer;
    }

    /** What it has revoked from now on. */
    void lists(Function<TestAuthority, X509CRL> list) {
        lists = list;
    }

    /** It publishes no revocation lists from now on. */
    void listsNothing() {
        listed = false;
    }

    int requests() {
        return requests.get();
    }

    static void right(StubAuthority authority, HttpExchange exchange, byte[] query) throws IOException {
        send(exchange, 200, authority.keys.answer(query));
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Holds the line until the test ends. */
    void hang() throws InterruptedException {
        closed.await();
    }

    /** Sends without end, as fast as it is read. */
    static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (true) {
            out.write(new byte[1 << 16]);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            answering.answer(this, exchange, exchange.getRequestBody().readAllBytes());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, listed ? 200 : 404, listed ? lists.apply(keys).getEncoded() : new byte[0]);
        } catch (CRLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
