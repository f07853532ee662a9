package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier of {@code docs/verify}, which shares nothing with ours but the specification, finds the same in the same
 * histories.
 */
@Tag("unit")
@Timeout(100)
class SecondVerifierTest {
    private static final Path PROGRAMS = Path.of("docs", "verify");
    private static final int MUTATIONS = 60;

    /** Runs {@code main} for many histories in one process and prints what came out of each, a line each. */
    private static final String MANY = """
            import contextlib, io, sys
            from verify import main
            for history in sys.argv[4:]:
                out = io.StringIO()
                with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
                    code = main([sys.argv[1], sys.argv[2], history, sys.argv[3]])
                last = out.getvalue().strip().split("\\n")[-1]
                print(code, last.replace("NOT VERIFIED: ", "") if code == 1 else "")
            """;

    private final TestHistory made = new TestHistory();
    private final Estate estate = new Estate();

    @TempDir
    Path folder;

    @Test
    void saysByWhenTheBytesWereHeld() throws Exception {
        Path history = Files.write(folder.resolve("history"), made.bytes());
        List<String> output = python(
                PROGRAMS.resolve("verify.py").toString(),
                TestLog.ORIGIN,
                keys().toString(),
                history.toString(),
                file().toString());

        assertThat(output)
                .contains("[ok]   inclusion", "[ok]   signature-ed25519", "[ok]   signature-ml-dsa-44", "[ok]   file")
                .endsWith("held by evidence.example/log no later than 2026-05-28T20:26:40Z", "exit 0");
    }

    @Test
    void itNeedsWhatItNeeds() throws Exception {
        assertThat(python(PROGRAMS.resolve("verify.py").toString(), TestLog.ORIGIN))
                .endsWith("exit 2");
    }

    @Test
    void bothFindTheSameFaults() throws Exception {
        Map<String, byte[]> histories = new LinkedHashMap<>();
        histories.put("as it is", made.bytes());
        histories.put("type changed", changed("CE-RECEIVED", "CE-RETURNED"));
        histories.put("another item", changed(TestHistory.ITEM.id(), TestHistory.OTHER.id()));
        histories.put("another size", changed("evidence.example/log\\n5\\n", "evidence.example/log\\n6\\n"));
        histories.put("another origin", changed("evidence.example/log\\n5\\n", "evidence.example/lag\\n5\\n"));
        histories.put("no proof", with(0, "proof", "no proof"));
        histories.put("two proofs changed places", with(0, "proof", text(made.entries.get(1), "proof")));
        histories.put("a number twice", with(1, "number", 1L));
        histories.put("an opening of another list", with(2, "opening", foreignOpening()));
        histories.put("no opening", with(2, "opening", null));
        histories.put("no events", TestLog.history(List.of()));
        histories.put("a hole", TestLog.history(List.of(made.entries.get(0), made.entries.get(2))));
        histories.put("other order", withNumbers(2L, 1L, 3L));
        made.log.signWith(made.log.ed25519);
        histories.put("a kind of signature is missing", withOneMore());
        made.log.signWith(made.log.ed25519, made.log.mlDsa, made.log.cosigner);
        histories.put("a cosigner that nobody asked for", withOneMore());

        Map<String, Set<String>> expected = histories.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, history -> ours(history.getValue()), (a, b) -> a, LinkedHashMap::new));
        assertThat(theirs(histories, keys(), file())).isEqualTo(expected);
        assertThat(expected.values().stream().filter(Set::isEmpty)).hasSize(3);
    }

    @Test
    void whateverIsChangedNoneIsDeceivedMoreThanTheOther() throws Exception {
        Random random = new Random(20261123);
        Map<String, byte[]> histories = new LinkedHashMap<>();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = made.bytes();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            histories.put("bit of byte " + at, bytes);
        }

        Map<String, Boolean> expected = histories.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, history -> ours(history.getValue()).isEmpty()));
        assertThat(accepted(theirs(histories, keys(), file()))).isEqualTo(expected);
    }

    @Test
    void bothFindTheSameFaultsInReceipts() throws Exception {
        Map<String, byte[]> receipts = new LinkedHashMap<>();
        receipts.put("as it is", estate.file("receipt/0-1"));
        receipts.put("of something else", estate.file("receipt/0-2"));
        receipts.put("of another file", estate.file("receipt/1-1"));
        Map<String, Object> right = receipt("receipt/0-1");
        Map<String, Object> other = receipt("receipt/0-2");
        for (String part : List.of("promise", "proof", "event")) {
            receipts.put("no " + part, changed(right, part, Optional.empty()));
            receipts.put("another's " + part, changed(right, part, Optional.ofNullable(other.get(part))));
            receipts.put("a " + part + " that is none", changed(right, part, Optional.of("nonsense")));
        }
        receipts.put("another format", changed(right, "format", Optional.of("aletheia/receipt/v2")));
        String promise = String.valueOf(right.get("promise"));
        for (String[] change : new String[][] {
            {"v1", "v2"}, {"evidence.example/log\n", "evidence.example/lag\n"}, {".000Z", "Z"}, {"\n\n", "\nmore\n\n"}
        }) {
            assertThat(promise).contains(change[0]);
            receipts.put(
                    "promise with " + change[1],
                    changed(right, "promise", Optional.of(promise.replaceFirst(change[0], change[1]))));
        }
        String proof = String.valueOf(right.get("proof"));
        String size = "evidence.example/log\n" + estate.log.size();
        receipts.put("another size", changed(right, "proof", Optional.of(proof.replace(size, size + "0"))));
        estate.log.signWith(estate.log.ed25519);
        receipts.put("a kind of signature is missing", estate.receipt(estate.log, estate.strange(estate.log)));

        Map<String, Set<String>> expected = receipts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        receipt -> oursOfReceipt(receipt.getValue()),
                        (a, b) -> a,
                        LinkedHashMap::new));
        assertThat(theirs(receipts, estateKeys(), evidence())).isEqualTo(expected);
        assertThat(expected.values().stream().filter(Set::isEmpty)).hasSize(2);
    }

    @Test
    void whateverIsChangedInAReceiptNoneIsDeceivedMoreThanTheOther() throws Exception {
        Random random = new Random(20261124);
        Map<String, byte[]> receipts = new LinkedHashMap<>();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = estate.file("receipt/0-1").clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            receipts.put("bit of byte " + at, bytes);
        }
        Map<String, Boolean> expected = receipts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, receipt -> oursOfReceipt(receipt.getValue())
                        .isEmpty()));
        assertThat(accepted(theirs(receipts, estateKeys(), evidence()))).isEqualTo(expected);
    }

    /** All lines of all files that it needs: alone in a folder, with nothing but Python's own library, it does its work. */
    @Test
    void itIsAsShortAsItIsSaidToBe() throws Exception {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path program = Files.copy(PROGRAMS.resolve("verify.py"), alone.resolve("verify.py"));
        List<String> lines = Files.readAllLines(program);
        assertThat(lines).hasSizeLessThanOrEqualTo(200).allMatch(line -> line.length() <= 120);
        String[] material = {TestLog.ORIGIN, keys().toString(), history().toString(), file().toString()};
        assertThat(run(alone, material))
                .contains("cannot verify: signature-ml-dsa-44 needs ml_dsa.py beside this file, or --ed25519-suffices")
                .endsWith("exit 2");
        String[] waived = Stream.concat(Stream.of("--ed25519-suffices"), Stream.of(material))
                .toArray(String[]::new);
        assertThat(run(alone, waived))
                .contains("[note] signature-ml-dsa-44: not checked: waived", "[ok]   signature-ed25519", "[ok]   file")
                .doesNotContain("[ok]   signature-ml-dsa-44")
                .endsWith("exit 0");
        Files.write(folder.resolve("history"), changed("CE-RECEIVED", "CE-RETURNED"));
        assertThat(run(alone, waived)).contains("NOT VERIFIED: file, inclusion").endsWith("exit 1");
    }

    /** With its other file it checks that signature, and waives nothing that it can check. */
    @Test
    void withItsOtherFileItChecksBothSignatures() throws Exception {
        byte[] wrong = changed("evidence.example/log\\n5\\n", "evidence.example/log\\n6\\n");
        Path keys = Files.writeString(
                folder.resolve("keys"), made.log.mlDsa.verifierKey().format() + "\n");
        String[] material = {
            "--ed25519-suffices", TestLog.ORIGIN, keys.toString(), history().toString()
        };
        assertThat(run(PROGRAMS, material))
                .contains("[ok]   signature-ml-dsa-44")
                .endsWith("exit 0");
        Files.write(folder.resolve("history"), wrong);
        assertThat(run(PROGRAMS, material)).endsWith("exit 1");
    }

    @Test
    void bothFindTheSameInTheFixtures() throws Exception {
        List<Fixture> fixtures = Fixture.in(Fixture.ALL).stream()
                .filter(Fixture::isForTheSecondVerifier)
                .toList();
        assertThat(fixtures).hasSizeGreaterThan(20);
        for (Fixture fixture : fixtures) {
            String[] words = fixture.words(folder.resolve("out"));
            List<String> lines =
                    run(PROGRAMS, List.of(words).subList(1, words.length).toArray(String[]::new));
            String last = lines.get(lines.size() - 2);
            Set<String> failed = last.startsWith("NOT VERIFIED: ")
                    ? new TreeSet<>(
                            List.of(last.substring("NOT VERIFIED: ".length()).split(", ")))
                    : Set.of();
            assertThat(lines).as(fixture.name()).endsWith("exit " + fixture.exit());
            assertThat(failed).as(fixture.name()).isEqualTo(fixture.fails());
        }
    }

    private Path history() throws IOException {
        return Files.write(folder.resolve("history"), made.bytes());
    }

    private static List<String> run(Path programs, String... arguments) throws IOException, InterruptedException {
        return python(Stream.concat(Stream.of(programs.resolve("verify.py").toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void theWorkedExampleHolds() throws Exception {
        Path example = PROGRAMS.resolve("example");
        String[] material = {
            TestLog.ORIGIN,
            example.resolve("keys.txt").toString(),
            example.resolve("history.json").toString(),
            example.resolve("door.txt").toString()
        };
        assertThat(run("sh", PROGRAMS.resolve("by-hand.sh").toString())).contains("exit 0");
        assertThat(Verify.run(
                        Stream.concat(Stream.of("item"), Stream.of(material)).toArray(String[]::new),
                        System.out,
                        System.out))
                .isZero();
        List<String> command =
                new ArrayList<>(List.of(PROGRAMS.resolve("verify.py").toString()));
        command.addAll(List.of(material));
        assertThat(python(command.toArray(String[]::new))).endsWith("exit 0");
    }

    @Test
    void byHandAnotherFileFails() throws Exception {
        Path example = Files.createDirectory(folder.resolve("example"));
        Files.writeString(example.resolve("door.txt"), "A door, photographed from the yard.\n");
        Path script = Files.copy(PROGRAMS.resolve("by-hand.sh"), folder.resolve("by-hand.sh"));
        assertThat(run("sh", script.toString()))
                .containsExactly("WRONG: the leaf is in the tree of the checkpoint", "exit 1");
    }

    /** The checks that fail; {@code unusable} alone where there is nothing to check. */
    private Set<String> ours(byte[] history) {
        try {
            Trust trust = Trust.of(TestLog.ORIGIN, known(), 0);
            Verdict verdict = new ItemCheck(trust, EventTypeRegistry.builtIn())
                    .check(ItemHistory.parse(history), Optional.of(Digest.sha256(TestHistory.FILE)));
            return verdict.findings().stream()
                    .filter(Finding::isFailed)
                    .map(Finding::check)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IllegalArgumentException e) {
            return Set.of("unusable");
        }
    }

    private Set<String> oursOfReceipt(byte[] receipt) {
        try {
            Trust trust = Trust.of(TestLog.ORIGIN, estate.vkeys(), 0);
            return Estate.failed(new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                    .check(
                            Receipt.parse(receipt),
                            Optional.of(Digest.sha256(estate.file("evidence/0"))),
                            Optional.empty())
                    .findings());
        } catch (IllegalArgumentException e) {
            return Set.of("unusable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Boolean> accepted(Map<String, Set<String>> failed) {
        return failed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, codes -> codes.getValue()
                .isEmpty()));
    }

    @SuppressWarnings("unchecked") // a receipt is a map with keys of text
    private Map<String, Object> receipt(String name) {
        return (Map<String, Object>) Objects.requireNonNull(CanonicalJson.parse(estate.file(name)));
    }

    private static byte[] changed(Map<String, Object> receipt, String part, Optional<Object> value) {
        Map<String, Object> changed = new TreeMap<>(receipt);
        changed.remove(part);
        value.ifPresent(given -> changed.put(part, given));
        return CanonicalJson.write(changed);
    }

    private Path estateKeys() throws IOException {
        return Files.writeString(folder.resolve("keys"), String.join("\n", estate.vkeys()) + "\n");
    }

    private Path evidence() throws IOException {
        return Files.write(folder.resolve("file"), estate.file("evidence/0"));
    }

    private Map<String, Set<String>> theirs(Map<String, byte[]> histories, Path keys, Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of("-c", MANY, TestLog.ORIGIN, keys.toString(), file.toString()));
        for (byte[] history : histories.values()) {
            Path path = folder.resolve("history-" + command.size());
            command.add(Files.write(path, history).toString());
        }
        List<String> lines = python(command.toArray(String[]::new));
        Map<String, Set<String>> found = new LinkedHashMap<>();
        int next = 0;
        for (String name : histories.keySet()) {
            found.put(name, failed(lines.get(next++)));
        }
        return found;
    }

    private static Set<String> failed(String line) {
        return switch (line.charAt(0)) {
            case '0' -> Set.of();
            case '1' -> new TreeSet<>(List.of(line.substring(2).split(", ")));
            default -> Set.of("unusable");
        };
    }

    private static List<String> python(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-B"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (List.of(command).contains("-c")) {
            builder.environment().put("PYTHONPATH", PROGRAMS.toString());
        }
        Process process = builder.start();
        List<String> lines = new ArrayList<>(
                process.inputReader(StandardCharsets.UTF_8).lines().toList());
        lines.add("exit " + process.waitFor());
        return lines;
    }

    private List<String> known() {
        List<String> keys = new ArrayList<>(made.log.vkeys());
        keys.add(made.log.cosigner.verifierKey().format());
        return keys;
    }

    private Path keys() throws IOException {
        return Files.writeString(folder.resolve("keys"), String.join("\n", known()) + "\n");
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("file"), TestHistory.FILE);
    }

    private byte[] changed(String from, String to) {
        String text = new String(made.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] with(int entry, String key, @Nullable Object value) {
        List<Map<String, @Nullable Object>> entries = copy();
        if (value == null) {
            entries.get(entry).remove(key);
        } else {
            entries.get(entry).put(key, value);
        }
        return TestLog.history(entries);
    }

    private byte[] withNumbers(Long... numbers) {
        List<Map<String, @Nullable Object>> entries = copy();
        for (int i = 0; i < numbers.length; i++) {
            entries.get(i).put("number", numbers[i]);
        }
        return TestLog.history(entries);
    }

    /** One event more, whose proof is signed by whoever signs now. */
    private byte[] withOneMore() {
        var event = made.append(EventTypes.VIEWED, TestHistory.ITEM, Map.of());
        List<Map<String, @Nullable Object>> entries = copy();
        entries.add(made.log.entry(4, event, Set.of()));
        return TestLog.history(entries);
    }

    private static Object foreignOpening() {
        return new SubjectTree(EventSeed.random(), List.of(TestHistory.ITEM))
                .open(0)
                .json();
    }

    private static String text(Map<String, @Nullable Object> entry, String key) {
        return String.valueOf(entry.get(key));
    }

    private List<Map<String, @Nullable Object>> copy() {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        made.entries.forEach(entry -> entries.add(new TreeMap<>(entry)));
        return entries;
    }
}
