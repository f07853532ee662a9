package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.TileId;
import org.aletheia.verifier.content.ContentFaultException;
import org.aletheia.verifier.content.ContentFile;
import org.aletheia.verifier.content.ContentKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One tampered fixture at least for each code in the table of docs/custody.md §8, with all codes that it must have and no
 * other. A code without a fixture fails here, and so does a code that the table does not explain.
 */
@Tag("unit")
class EveryCodeTest {
    private static final Path PAGE = Path.of("docs", "custody.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "aletheia", "verifier");
    private static final Pattern ROW = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern THROWN =
            Pattern.compile("(?:Finding\\.failed|ContentFaultException|String CODE =)\\(?\\s*\"([a-z0-9-]+)\"");

    private final Estate estate = new Estate();
    private final Set<String> seen = new TreeSet<>();

    @TempDir
    Path folder;

    @Test
    void everyCodeHasAFixtureAndEveryFixtureItsCodes() throws Exception {
        receipts();
        promises();
        histories();
        logs();
        objects();
        timestamps();
        assertThat(seen).isEqualTo(documented());
    }

    @Test
    void noCodeIsThrownThatThePageDoesNotExplain() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                THROWN.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(thrown::add);
            }
        }
        assertThat(thrown).hasSizeGreaterThan(20);
        assertThat(documented()).containsAll(thrown);
    }

    /** Their fixtures, and which codes these must have, stand in tests of their own. */
    private void timestamps() {
        TimestampedReceiptTest.broken()
                .map(fixture -> String.valueOf(fixture.get()[0]))
                .forEach(seen::add);
        seen.addAll(LogTimestampsTest.CODES);
    }

    private void receipts() throws IOException {
        receipt(text -> text.replaceFirst("\"proof\":\"[^\"]*\"", "\"proof\":\"no proof\""), "proof");
        receipt(text -> text.replaceFirst(",\"proof\":\"[^\"]*\"", ""), "proof");
        receipt(text -> text.replace("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2"), "proof");
        receipt(text -> text.replaceFirst("\"CE-ACCESS-VIEW\"", "\"CE-ACCESS-DOWNLOAD\""), "inclusion", "promise");
        receipt(text -> text.replaceFirst("index [0-9]+", "index 3"), "inclusion");
        receipt(
                text -> text.replaceFirst(
                        "evidence.example/log\\\\n" + estate.log.size(), "evidence.example/log\\\\n1"),
                "signature",
                "signature-ed25519",
                "signature-ml-dsa-44",
                "cosigners",
                "inclusion");
        Trust elsewhere = Trust.of("other.example", estate.log.vkeys(), 0);
        assertCodes(
                new ReceiptCheck(elsewhere, EventTypeRegistry.builtIn(), false)
                        .check(Receipt.parse(estate.file("receipt/0-2")), Optional.empty(), Optional.empty())
                        .findings(),
                "origin",
                "signature");
        signedBy(List.of(estate.log.mlDsa, estate.log.cosigner), "signature-ed25519");
        signedBy(List.of(estate.log.ed25519, estate.log.cosigner), "signature-ml-dsa-44");
        signedBy(List.of(estate.log.ed25519, estate.log.mlDsa), "cosigners");
        Map<String, byte[]> files = estate.copy();
        files.put("evidence/0", new byte[] {1});
        assertCodes(estate.verify(files, "receipt/0-1", false), "file");
        assertCodes(estate.verify(files, "history/0", false), "file");
    }

    private void promises() throws IOException {
        Receipt mine = Receipt.parse(estate.file("receipt/0-2"));
        Receipt other = Receipt.parse(estate.file("receipt/1-2"));
        check(new Receipt(mine.event(), other.promise(), mine.proof()), estate.copy(), false, "promise");
        check(new Receipt(mine.event(), Optional.of("no promise"), mine.proof()), estate.copy(), false, "promise");
        TestLog fork = estate.fork(300, 9);
        Receipt broken =
                Receipt.parse(estate.receipt(fork, estate.strange(fork), Instant.ofEpochSecond(TestLog.TIME - 1)));
        Receipt pending = new Receipt(broken.event(), broken.promise(), Optional.empty());
        check(pending, estate.copy(), true, "promise-broken");
        Map<String, byte[]> damaged = estate.copy();
        damaged.remove("log/tile/0/001");
        check(pending, damaged, true, "in-log", "missing");
    }

    private void histories() throws IOException {
        history(text -> text.replaceFirst("\"number\":2", "\"number\":9"), "numbering", "log-order");
        history(
                text -> text.replaceFirst("\"number\":1", "\"number\":x")
                        .replaceFirst("\"number\":2", "\"number\":1")
                        .replaceFirst("\"number\":x", "\"number\":2"),
                "log-order");
        Map<String, byte[]> files = estate.copy();
        TestLog fork = estate.fork(estate.log.size() - 1, 1);
        files.put("history/0", mixed(estate.history(0, estate.log), estate.history(0, fork)));
        assertCodes(estate.verify(files, "history/0", false), "one-tree");
        files.put("history/0", mixed(estate.file("history/0"), estate.file("history/1")));
        assertCodes(estate.verify(files, "history/0", false), "subject");
        files.put("history/0", get(estate.at(estate.sizeBeforeLastRound()), "history/0"));
        assertCodes(estate.verify(files, "history/0", true), "earlier-history");
        TestLog other = estate.fork(estate.log.size() - 30, 9);
        files.put("history/0", estate.history(0, other));
        assertCodes(estate.verify(files, "history/0", true), "consistency");
    }

    private void logs() throws IOException {
        log(files -> files.remove("log/checkpoint"), "checkpoint");
        log(files -> files.put("log/checkpoint", new byte[] {1}), "checkpoint");
        log(files -> files.remove("log/tile/0/000"), "missing");
        log(files -> files.put("log/tile/0/000", new byte[32]), "tiles");
        log(files -> files.put("log/tile/entries/000", new byte[34]), "entries");
        log(
                files -> files.put("log/tile/entries/000", get(files, "log/tile/entries/001")),
                "tiles",
                "tree",
                "consistency");
        TestLog fork = estate.fork(5, 900);
        log(files -> fork.files().forEach((path, bytes) -> files.put("log/" + path, bytes)), "consistency");
        Optional<byte[]> none = Optional.of(new byte[] {1});
        assertCodes(
                new LogCheck(estate.trust())
                        .check(path -> Optional.ofNullable(estate.copy().get("log/" + path)), none)
                        .findings(),
                "earlier-checkpoint");
        TestTiles tiles = new TestTiles();
        tiles.grow(40 * TileId.FULL_WIDTH);
        tiles.files.keySet().removeIf(path -> path.startsWith("tile/0/"));
        assertCodes(
                new LogCheck(Trust.of(TestLog.ORIGIN, tiles.vkeys(), 0))
                        .check(path -> Optional.ofNullable(tiles.files.get(path)), Optional.empty())
                        .findings(),
                "missing",
                "more");
    }

    private void objects() throws Exception {
        TestObject made = new TestObject(SecureBytes.random(2 * TestObject.SEGMENT));
        ContentKey key = new ContentKey.UnitKey(text("key", TestObject.base64(made.unitKey)));
        Path name = Path.of(made.id.toString());
        object(name, flipped(made.bytes, 0), key, "object-header");
        object(name, flipped(made.bytes, 20), key, "object-id");
        object(name, flipped(made.bytes, 40), key, "data-key");
        object(name, flipped(made.bytes, made.bytes.length - 1), key, "segment");
        object(name, Arrays.copyOf(made.bytes, TestObject.HEADER + TestObject.SEGMENT), key, "object-end");
        object(name, made.bytes, new ContentKey.UnitKey(text("short", "AAAA")), "key");
        object(
                name,
                flipped(made.bytes, 25),
                new ContentKey.Registered(text("copy", made.registerCopy()), text("kek", TestObject.base64(made.kek))),
                "unit-key");
    }

    private void object(Path name, byte[] bytes, ContentKey key, String code) throws IOException {
        Path object = Files.write(folder.resolve(name), bytes);
        Path out = folder.resolve("out");
        try {
            ContentFile.decrypt(object, key, out, digest -> true);
        } catch (ContentFaultException e) {
            assertThat(e.code()).isEqualTo(code);
            assertThat(Files.exists(out)).isFalse();
            seen.add(code);
        }
        assertThat(seen).contains(code);
    }

    private void receipt(UnaryOperator<String> change, String... codes) throws IOException {
        assertCodes(changed("receipt/0-2", change), codes);
    }

    private void history(UnaryOperator<String> change, String... codes) throws IOException {
        assertCodes(changed("history/0", change), codes);
    }

    private List<Finding> changed(String name, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> files = estate.copy();
        String text = new String(get(files, name), StandardCharsets.UTF_8);
        assertThat(change.apply(text)).isNotEqualTo(text);
        files.put(name, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return estate.verify(files, name, false);
    }

    private void signedBy(List<NoteKeyPair> keys, String... codes) throws IOException {
        TestLog other = estate.fork(300, 9);
        other.signWith(keys.toArray(NoteKeyPair[]::new));
        check(Receipt.parse(estate.receipt(other, estate.strange(other))), Map.of(), false, codes);
    }

    /** @param files with the log that is looked into; empty for none */
    private void check(Receipt receipt, Map<String, byte[]> files, boolean promiseSuffices, String... codes)
            throws IOException {
        Optional<LogFiles> log =
                files.isEmpty() ? Optional.empty() : Optional.of(path -> Optional.ofNullable(files.get("log/" + path)));
        assertCodes(
                new ReceiptCheck(estate.trust(), EventTypeRegistry.builtIn(), promiseSuffices)
                        .check(receipt, Optional.empty(), log)
                        .findings(),
                codes);
    }

    private void log(Consumer<Map<String, byte[]>> change, String... codes) throws IOException {
        Map<String, byte[]> files = estate.copy();
        change.accept(files);
        assertCodes(estate.verify(files, "log", true), codes);
    }

    private void assertCodes(List<Finding> findings, String... codes) {
        assertThat(Estate.failed(findings)).as(findings.toString()).containsExactlyInAnyOrder(codes);
        seen.addAll(List.of(codes));
    }

    /** The first event of the one and the others of the other. */
    private static byte[] mixed(byte[] first, byte[] rest) {
        ItemHistory one = ItemHistory.parse(first);
        ItemHistory other = ItemHistory.parse(rest);
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (int i = 0; i < one.entries().size(); i++) {
            ItemHistory.Entry entry = (i == 0 ? one : other).entries().get(i);
            Map<String, @Nullable Object> json = new TreeMap<>();
            json.put("number", entry.number());
            json.put("event", entry.event().json());
            json.put("proof", entry.proof());
            entry.opening().ifPresent(opening -> json.put("opening", opening.json()));
            entries.add(json);
        }
        return TestLog.history(entries);
    }

    private static Set<String> documented() throws IOException {
        Set<String> codes = new TreeSet<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(PAGE)) {
            inTable = line.startsWith("| code | fails when") || inTable && line.startsWith("|");
            if (inTable && line.startsWith("| `")) {
                String cell = line.substring(0, line.indexOf('|', 1));
                ROW.matcher(cell)
                        .results()
                        .map((MatchResult code) -> code.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text + "\n");
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] get(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }
}
