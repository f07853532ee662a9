package org.aletheia.custody.cosigning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.CosignRules;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;

/** An institution that cosigns, over real HTTP, with all the ways in which one can fail. */
public final class StubCosigner implements AutoCloseable {
    /** What it answers. */
    public record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<NoteKeyPair> keys;
    private final CosignRules rules;
    private final AtomicReference<String> shown = new AtomicReference<>();
    private final AtomicInteger requests = new AtomicInteger();
    private Optional<SignedNote> last = Optional.empty();
    private volatile UnaryOperator<Answer> fault = UnaryOperator.identity();

    /** @param name of its keys */
    public StubCosigner(String name, String origin, List<NoteVerifierKey> logKeys) throws IOException {
        this.keys = List.of(
                NoteKeyPair.generate(name, SignatureType.ED25519_COSIGNATURE),
                NoteKeyPair.generate(name, SignatureType.ML_DSA_44));
        this.rules = new CosignRules(Map.of(origin, logKeys));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/witness/add-checkpoint", this::serve);
        server.start();
    }

    /** As a configuration names it. */
    public CosignersConfig.Asked asked() {
        return new TestCosigners.Asked(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/witness/"),
                verifierKeys().stream().map(NoteVerifierKey::format).toList());
    }

    /** Its keys. */
    public List<NoteVerifierKey> verifierKeys() {
        return keys.stream().map(NoteKeyPair::verifierKey).toList();
    }

    /** What becomes of its answers from now on; may wait, or throw to hang up. */
    public void fault(UnaryOperator<Answer> change) {
        fault = change;
    }

    /** How often it was asked. */
    public int requests() {
        return requests.get();
    }

    /** Shows this as the last checkpoint of a log, from now on. */
    public void shows(String origin, String note) {
        String path = "/witness/"
                + Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
        if (shown.getAndSet(note) == null) {
            server.createContext(path, exchange -> {
                try (exchange) {
                    byte[] body = shown.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            Answer answer = fault.apply(
                    decide(CosignRequest.parse(exchange.getRequestBody().readAllBytes())));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Answer decide(CosignRequest request) {
        return switch (rules.decide(request, origin -> last)) {
            case CosignDecision.Extends extended -> {
                last = Optional.of(extended.note());
                yield new Answer(
                        200,
                        new LocalSigner(keys, Clock.systemUTC())
                                .sign(extended.note().text()).signatures().stream()
                                        .map(NoteSignature::format)
                                        .collect(Collectors.joining()));
            }
            case CosignDecision.Stale stale -> new Answer(409, stale.lastSize() + "\n");
            case CosignDecision.Refused refused ->
                new Answer(422, refused.reason().code());
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
