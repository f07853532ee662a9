package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.aletheia.transparency.TileId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever serves a log can cost whoever verifies it. */
@Tag("unit")
class HostileLogTest {
    private static final int BUNDLE = TileId.FULL_WIDTH * 34;

    private final SmallHouse house = new SmallHouse();
    private final List<String> read = new ArrayList<>();

    @TempDir
    Path folder;

    /** The size stands in the note: whoever could not sign it would say how long this goes on. */
    @Test
    void belowAHeadThatDoesNotHoldNothingIsRead() throws IOException {
        String note = FixtureWriter.text(
                        Objects.requireNonNull(house.log.files().get("checkpoint")))
                .replace("\n6\n", "\n9000000000000000000\n");
        LogFiles endless = path -> {
            read.add(path);
            return Optional.of(path.equals("checkpoint") ? FixtureWriter.bytes(note) : new byte[BUNDLE]);
        };
        Verdict verdict = new LogCheck(trust()).check(endless, Optional.empty());
        assertThat(Estate.failed(verdict.findings())).containsExactly("signature", "signature-ed25519");
        assertThat(verdict.text()).contains("[note] not-checked: entries and tiles: the checkpoint does not hold");
        assertThat(read).containsExactly("checkpoint");
        assertThat(new LogCheck(Trust.of(TestLog.ORIGIN, List.of(key()), 1))
                        .check(LogFiles.folder(published()), Optional.empty())
                        .text())
                .as("not cosigned as was asked for")
                .contains("[FAIL] cosigners: 0 of 1 needed", "not-checked: entries and tiles");
    }

    @Test
    void ofAFileNoMoreIsReadThanItsKindCanHave() throws IOException {
        Path log = published();
        for (String path : List.of("tile/entries/000", "tile/entries/x001/234.p/7")) {
            assertThat(length(log, path, 1 << 20, false)).isEqualTo(BUNDLE + 1);
            assertThat(length(log, path, 1 << 20, true)).isEqualTo(1 << 20);
            assertThat(length(log, path, 17 << 20, true)).isEqualTo(256 * (0xFFFF + 2) + 1);
        }
        assertThat(length(log, "tile/0/000", 1 << 20, true)).isEqualTo(TileId.FULL_WIDTH * 32 + 1);
        assertThat(length(log, "timestamps/6/one.tst", 17 << 20, false)).isEqualTo((1 << 24) + 1);
        assertThat(length(log, "tile/entries/000", BUNDLE, false)).isEqualTo(BUNDLE);
        assertThat(length(log, "checkpoint", 3 << 20, false)).isEqualTo((1 << 18) + 1);
    }

    /** An answer that never ends, in place of one bundle: it is cut off, and the rest of the log is still checked. */
    @Test
    void anAnswerWithoutEndIsCutOff() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            byte[] file = house.log.files().get(path);
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : 0);
            if (file != null) {
                try (OutputStream out = exchange.getResponseBody()) {
                    while (path.startsWith("tile/entries/")) {
                        out.write(new byte[1 << 16]);
                    }
                    out.write(file);
                }
            }
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/log");
            Verdict verdict = new LogCheck(trust()).check(LogFiles.web(address, client), Optional.empty());
            assertThat(Estate.failed(verdict.findings())).as(verdict.text()).containsExactly("entries");
            assertThat(verdict.text()).contains("[ok]   tree: 6 entries");
            client.shutdownNow();
        } finally {
            server.stop(0);
        }
    }

    private static int length(Path log, String path, int length, boolean anyEntries) throws IOException {
        Path file = log.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[length]);
        return LogFiles.folder(log, anyEntries).find(path).orElseThrow().length;
    }

    private Path published() throws IOException {
        for (var file : SmallHouse.published(house.log).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder.resolve("log");
    }

    private Trust trust() {
        return Trust.of(TestLog.ORIGIN, List.of(key()), 0);
    }

    private String key() {
        return house.log.ed25519.verifierKey().format();
    }
}
