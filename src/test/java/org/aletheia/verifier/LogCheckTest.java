package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a published log is found, and a log that grew is told from one that forked. */
@Tag("unit")
class LogCheckTest {
    private final TestTiles log = new TestTiles();

    @Test
    void aWholeLogIsVerifiedUpToItsThirdLevel() throws IOException {
        log.grow(66_000);
        Verdict verdict = check(Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text())
                .contains("[ok]   signature-ed25519: " + TestLog.ORIGIN)
                .contains("[ok]   tree: 66000 entries and 261 tiles lead to the signed root");
        assertThat(verdict.statement())
                .isEqualTo(
                        "proves that the log of evidence.example/log with its 66000 entries is the one that was signed; "
                                + "no earlier checkpoint was given, so nothing of what it once was; "
                                + "says nothing of what the entries commit to.");
    }

    @Test
    void anEmptyLogIsALog() throws IOException {
        log.grow(0);
        assertThat(check(Optional.empty()).passed()).isTrue();
    }

    @Test
    void everyChangeOfEveryFileIsFound() throws IOException {
        log.grow(700);
        assertThat(log.files).hasSize(8); // three bundles, three tiles below, one above, the checkpoint
        for (String path : List.copyOf(log.files.keySet())) {
            byte[] right = log.file(path);
            for (int at : new int[] {0, right.length / 2, right.length - 1}) {
                byte[] wrong = right.clone();
                wrong[at] ^= 1;
                log.files.put(path, wrong);
                assertThat(check(Optional.empty()).passed())
                        .as("%s, byte %d", path, at)
                        .isFalse();
            }
            log.files.put(path, Arrays.copyOf(right, right.length - 1));
            assertThat(check(Optional.empty()).passed()).as("%s cut", path).isFalse();
            if (!path.equals("checkpoint")) {
                log.files.put(path, longer(path, right));
                assertThat(failed(check(Optional.empty())))
                        .as("%s longer", path)
                        .containsOnly(path.contains("entries") ? "entries" : "tiles");
            }
            log.files.remove(path);
            assertThat(failed(check(Optional.empty()))).as("%s missing", path).isNotEmpty();
            log.files.put(path, right);
        }
        assertThat(check(Optional.empty()).passed()).isTrue();
    }

    @Test
    void faultsHaveCodesAndTheRestIsStillChecked() throws IOException {
        log.grow(700);
        byte[] first = log.file("tile/entries/000");
        log.files.put("tile/entries/000", log.file("tile/entries/001"));
        assertThat(failed(check(Optional.empty()))).containsOnly("tiles", "tree");
        log.files.remove("tile/entries/000");
        assertThat(failed(check(Optional.empty()))).containsExactly("missing");
        log.files.remove("tile/0/000");
        assertThat(failed(check(Optional.empty()))).containsExactly("missing", "tree");
        log.files.put("tile/entries/000", first);
        assertThat(failed(check(Optional.empty()))).containsExactly("missing");
    }

    @Test
    void aLogThatGrewExtendsWhatItWas() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 300, 512}) {
            log.grow(size - log.size());
            byte[] then = log.file("checkpoint");
            log.grow(100);
            Verdict verdict = check(Optional.of(then));
            assertThat(verdict.passed()).as(verdict.text()).isTrue();
            assertThat(verdict.statement()).contains("extends that of size " + size);
            log.forget(100);
        }
    }

    @Test
    void aForkAndAShorterLogAreNot() throws IOException {
        log.grow(300);
        byte[] then = log.file("checkpoint");
        log.forget(150);
        log.grow(100);
        assertThat(failed(check(Optional.of(then)))).containsExactly("consistency");
        log.grow(100);
        assertThat(failed(check(Optional.of(then)))).containsExactly("consistency");
    }

    @Test
    void anEarlierCheckpointOfSomebodyElseIsNone() throws IOException {
        log.grow(300);
        TestTiles stranger = new TestTiles();
        stranger.grow(10);
        assertThat(failed(check(Optional.of(stranger.file("checkpoint"))))).contains("signature", "consistency");
        assertThat(failed(check(Optional.of(new byte[] {1})))).containsExactly("earlier-checkpoint");
    }

    @Test
    void partialFilesMayBeGoneOnceTheFullOnesAreThere() throws IOException {
        log.grow(600);
        byte[] then = log.file("checkpoint");
        log.grow(600);
        log.files.keySet().removeIf(path -> path.contains(".p/") && !path.startsWith("tile/1/"));
        log.files.put("checkpoint", then);
        Verdict verdict = check(Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
    }

    @Test
    void manyFaultsAreCounted() throws IOException {
        log.grow(40 * TileId.FULL_WIDTH);
        log.files.keySet().removeIf(path -> path.startsWith("tile/0/"));
        assertThat(check(Optional.empty()).text()).contains("[FAIL] more: 20 files more");
    }

    @Test
    void runsAsACommandOnAFolder(@TempDir Path folder) throws IOException {
        log.grow(300);
        Path keys = Files.writeString(folder.resolve("keys"), String.join("\n", log.vkeys()) + "\n");
        Path copy = folder.resolve("log");
        for (Map.Entry<String, byte[]> file : log.files.entrySet()) {
            Path path = copy.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(run(keys, copy)).startsWith("0 ").contains("300 entries");
        assertThat(run(keys, copy, copy.resolve("checkpoint"))).startsWith("0 ").contains("extends");
        Files.delete(copy.resolve("tile/0/000"));
        assertThat(run(keys, copy)).startsWith("1 ").contains("[FAIL] missing: tile/0/000");
        assertThat(run(keys, "http://127.0.0.1:9/log"))
                .startsWith("2 cannot verify: http://127.0.0.1:9/log/checkpoint cannot be read: ConnectException");
        assertThat(run(folder.resolve("none"), copy)).startsWith("2 cannot verify: there is no " + folder);
    }

    private Verdict check(Optional<byte[]> earlier) throws IOException {
        return new LogCheck(Trust.of(TestLog.ORIGIN, log.vkeys(), 0))
                .check(path -> Optional.ofNullable(log.files.get(path)), earlier);
    }

    /** One entry or one hash more than the path says. */
    private static byte[] longer(String path, byte[] right) {
        return Arrays.copyOf(right, right.length + (path.contains("entries") ? 2 : Hash.LENGTH));
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .toList();
    }

    private static String run(Object keys, Object... more) {
        List<String> args = new ArrayList<>(List.of("log", TestLog.ORIGIN, keys.toString()));
        List.of(more).forEach(argument -> args.add(argument.toString()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(args.toArray(String[]::new), out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
