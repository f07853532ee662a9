package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventTypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as a person or a script has it: what is asked for is done or refused, and nothing hides anything else. */
@Tag("unit")
class CommandLineTest {
    private final SmallHouse house = new SmallHouse();

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        put("keys", FixtureWriter.bytes(house.log.ed25519.verifierKey().format() + "\n"));
        put("receipts/b.json", SmallHouse.json(house.receipt(house.log, Optional.empty())));
        put("history.json", house.history(house.log, house.received, house.viewed));
        for (Map.Entry<String, byte[]> file : SmallHouse.published(house.log).entrySet()) {
            put(file.getKey(), file.getValue());
        }
    }

    @Test
    void anOptionOfAnotherCommandIsRefused() {
        String receipt = path("receipts/b.json");
        refused("--earlier does not go with log, which takes ", "log", "@", path("log"), "--earlier", "x");
        refused("--checkpoint does not go with item", "item", "@", path("history.json"), "--checkpoint", receipt);
        refused("--log does not go with proof", "proof", "@", receipt, receipt, "--log", path("log"));
        refused("--promise-suffices does not go with log", "log", "@", path("log"), "--promise-suffices");
        refused("--no-receipt does not go with receipt", "receipt", "@", receipt, "--no-receipt");
        refused("--kek does not go with withhold", "withhold", receipt, "actor", path("out"), "--kek", receipt);
        refused(
                "--cosigners does not go with decrypt --no-receipt",
                "decrypt",
                receipt,
                path("out"),
                "--no-receipt",
                "--cosigners",
                "1");
        refused("given twice: --log", "receipt", "@", receipt, "--log", path("log"), "--log", path("log"));
        refused(
                "--untimestamped-suffices goes with --timestamp-root",
                "log",
                "@",
                path("log"),
                "--untimestamped-suffices");
        refused("--cosigners and --policy", "log", "@", path("log"), "--cosigners", "1", "--policy", path("keys"));
    }

    @Test
    void whereThereIsNoLogNothingIsSaidOfOne() {
        for (String command : List.of("log", "receipt", "item", "consistency")) {
            for (String place : List.of("none", "keys")) {
                List<String> words = new ArrayList<>(List.of(command, "@"));
                switch (command) {
                    case "log" -> words.add(path(place));
                    case "receipt" -> words.addAll(List.of(path("receipts/b.json"), "--log", path(place)));
                    case "item" -> words.addAll(List.of(path("history.json"), "--log", path(place)));
                    default ->
                        words.addAll(List.of(path("log/checkpoint"), path("log/checkpoint"), "--log", path(place)));
                }
                assertThat(run(words.toArray(String[]::new)))
                        .as("%s %s", command, place)
                        .startsWith("2 cannot verify: ")
                        .contains(path(place))
                        .doesNotContain("[FAIL]");
            }
        }
    }

    @Test
    void oneReceiptThatCannotBeReadHidesNoOther() throws IOException {
        put("receipts/a.json", FixtureWriter.bytes("{"));
        Files.createDirectory(folder.resolve("receipts/c.json"));
        assertThat(run("receipt", "@", path("receipts")))
                .startsWith("2 " + path("receipts/a.json") + "\ncannot verify: ")
                .contains(path("receipts/b.json") + "\n[note] event", "[ok]   inclusion: entry 1")
                .contains(path("receipts/c.json") + "\ncannot verify: ");
        put(
                "receipts/d.json",
                FixtureWriter.bytes(FixtureWriter.text(Files.readAllBytes(folder.resolve("receipts/b.json")))
                        .replace("index 1", "index 2")));
        String all = run("receipt", "@", path("receipts"), "--json");
        assertThat(all).as("a failure counts for more").startsWith("1 ");
        assertThat(all.substring(2).lines()).hasSize(4).allSatisfy(line -> assertThat(json(line))
                .containsKey("verified"));
        assertThat(json(all.substring(2).lines().findFirst().orElseThrow()))
                .containsEntry("about", path("receipts/a.json"))
                .containsEntry("verified", false)
                .containsKey("reason")
                .doesNotContainKey("findings");
    }

    @Test
    void jsonIsJsonAlsoWhereNothingCouldBeChecked() {
        for (String[] words : new String[][] {
            {"receipt", "@", path("none"), "--json"},
            {"receipt", "@", path("keys"), "--json"},
            {"log", "@", path("none"), "--json"},
            {"log", "@", path("log"), "--colour", "--json"},
            {"nonsense", "--json"},
            {"--json"},
        }) {
            String out = run(words);
            assertThat(out).startsWith("2 {");
            assertThat(json(out.substring(2)))
                    .containsOnlyKeys("about", "reason", "verified")
                    .containsEntry("verified", false);
        }
    }

    /** The JVM's own exit code for an exception is 1, which here says that something was found wrong. */
    @Test
    void whatNobodyForesawIsNoFinding() {
        PrintStream broken = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("no paper");
            }
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] words = {"receipt", TestLog.ORIGIN, path("keys"), path("receipts/b.json")};
        assertThat(Verify.run(words, broken, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("cannot verify: no paper\n");
    }

    @Test
    void forAFolderOfReceiptsTheLogIsReadOnce() throws IOException {
        for (int i = 0; i < 20; i++) {
            put("receipts/more-" + i + ".json", Files.readAllBytes(folder.resolve("receipts/b.json")));
        }
        List<String> read = new ArrayList<>();
        LogFiles log = LogFiles.folder(folder.resolve("log"));
        Trust trust = Trust.of(TestLog.ORIGIN, Files.readAllLines(folder.resolve("keys")), 0);
        List<Result> results = new ReceiptFiles(
                        new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false), Optional.empty())
                .all(folder.resolve("receipts"), Optional.of(path -> {
                    read.add(path);
                    return log.find(path);
                }));
        assertThat(read).doesNotHaveDuplicates();
        assertThat(results).hasSize(22).allMatch(result -> result.code() == 0);
        assertThat(results.subList(1, 22))
                .allSatisfy(result -> assertThat(result.verdict().orElseThrow().text())
                        .contains("[ok]   in-log: entry 1", "[ok]   consistency: "));
        Files.delete(folder.resolve("log/tile/0/000.p/6"));
        assertThat(run("receipt", "@", path("receipts"), "--log", path("log")))
                .startsWith("1 the log\n")
                .containsOnlyOnce("[FAIL] missing: tile/0/000.p/6")
                .contains("[FAIL] in-log: entry 1, but the log does not verify");
    }

    @Test
    void whatWasNotCheckedIsSaidOnce() throws IOException {
        String receipt = run("receipt", "@", path("receipts/b.json"));
        for (String what : List.of("cosigners", "timestamps", "file", "log")) {
            assertThat(receipt).containsOnlyOnce("[note] not-checked: " + what + ": ");
        }
        String history = run("item", "@", path("history.json"));
        for (String what : List.of("cosigners", "timestamps", "file", "log", "earlier history")) {
            assertThat(history).containsOnlyOnce("[note] not-checked: " + what + ": ");
        }
        assertThat(run("item", "@", path("history.json"), "--earlier", path("history.json"), "--log", path("log")))
                .startsWith("0 ")
                .contains("[ok]   earlier-history: ", "[ok]   consistency: ")
                .doesNotContain("not-checked: earlier history", "not-checked: log");
        String log = run("log", "@", path("log"));
        for (String what : List.of("cosigners", "timestamps", "earlier history")) {
            assertThat(log).containsOnlyOnce("[note] not-checked: " + what + ": ");
        }
        put("promised.json", SmallHouse.json(house.receipt(house.log, Optional.of(SmallHouse.BEFORE))));
        assertThat(run("receipt", "@", path("promised.json"))).contains("[note] not-checked: promise: no key ");
        put(
                "keys",
                FixtureWriter.bytes(Files.readString(folder.resolve("keys"))
                        + house.promiser.verifierKey().format() + "\n"));
        assertThat(run("receipt", "@", path("promised.json")))
                .contains("[note] not-checked: promise kept: whether in time: not shown");
    }

    private void refused(String why, String... words) {
        assertThat(run(words)).startsWith("2 cannot verify: " + why);
        String[] asJson = Arrays.copyOf(words, words.length + 1);
        asJson[words.length] = "--json";
        assertThat(String.valueOf(json(run(asJson).substring(2)).get("reason"))).startsWith(why);
    }

    @SuppressWarnings("unchecked") // an object has keys of text
    private static Map<String, Object> json(String line) {
        return (Map<String, Object>) Objects.requireNonNull(CanonicalJson.parse(FixtureWriter.bytes(line.strip())));
    }

    /** {@code @} is origin and keys. */
    private String run(String... words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.addAll(word.equals("@") ? List.of(TestLog.ORIGIN, path("keys")) : List.of(word));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(all.toArray(String[]::new), out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
