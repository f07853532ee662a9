package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a receipt shows with its proof, with its promise alone, and with the log beside it; and that no part of it can be changed. */
@Tag("unit")
class ReceiptCheckTest {
    private static final byte[] FILE = "what was received".getBytes(StandardCharsets.UTF_8);
    private static final Instant BEFORE = Instant.ofEpochSecond(TestLog.TIME - 1);
    private static final Instant AFTER = Instant.ofEpochSecond(TestLog.TIME + 1);

    private final NoteKeyPair promiser = NoteKeyPair.generate(Promise.keyName(TestLog.ORIGIN), SignatureType.ED25519);
    private final TestLog log = new TestLog();
    private final SealedEvent event = log.append(received(FILE), EventSeed.random());

    @Test
    void aReceiptWithItsProofShowsWhatWasReceivedWhen() throws IOException {
        Verdict verdict = check(new Receipt(shown(), promise(AFTER), Optional.of(log.proof(event))), FILE);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text())
                .contains("[ok]   promise: the log is to hold this entry by " + AFTER)
                .contains("[ok]   inclusion: entry 0")
                .contains("[note] withheld: actor")
                .contains("[note] type: CE-RECEIVED");
        assertThat(verdict.statement())
                .isEqualTo("proves that these bytes were held by evidence.example/log no later than "
                        + "2026-05-28T20:26:40Z and are unchanged since; does not prove who made them, when, where, "
                        + "or that what they show is true.");
        assertThat(failed(check(new Receipt(shown(), Optional.empty(), Optional.of(log.proof(event))), FILE)))
                .isEmpty();
    }

    @Test
    void aPromiseAloneIsEnoughForWhoeverSaysSo() throws IOException {
        Receipt pending = new Receipt(shown(), promise(AFTER), Optional.empty());
        assertThat(failed(check(pending, FILE))).containsExactly("proof");
        Verdict waived = check(pending, FILE, true, Optional.empty(), vkeys());
        assertThat(failed(waived)).isEmpty();
        assertThat(waived.statement())
                .startsWith("proves that evidence.example/log promised by signature to have this event in its log by "
                        + AFTER + ", and nothing else");
        assertThat(failed(check(pending, FILE, true, Optional.empty(), log.vkeys())))
                .as("without the key of promises")
                .containsExactly("proof");
        Receipt nothing = new Receipt(shown(), Optional.empty(), Optional.empty());
        assertThat(failed(check(nothing, FILE, true, Optional.empty(), vkeys())))
                .containsExactly("proof");
    }

    @Test
    void onlyTheKeyOfPromisesPromises() throws IOException {
        Promise text = new Promise(TestLog.ORIGIN, event.entry(), AFTER);
        NoteKeyPair stranger = NoteKeyPair.generate(Promise.keyName(TestLog.ORIGIN), SignatureType.ED25519);
        for (NoteKeyPair key : List.of(log.ed25519, stranger)) {
            Receipt receipt = new Receipt(shown(), Optional.of(sign(text, key)), Optional.of(log.proof(event)));
            assertThat(failed(check(receipt, FILE))).containsExactly("promise");
        }
    }

    @Test
    void aPromiseOfAnotherEntryOrLogIsNone() throws IOException {
        for (Promise wrong : List.of(
                new Promise(TestLog.ORIGIN, Digest.sha256(FILE), AFTER),
                new Promise("other.example/log", event.entry(), AFTER))) {
            Receipt receipt = new Receipt(shown(), Optional.of(sign(wrong, promiser)), Optional.of(log.proof(event)));
            assertThat(failed(check(receipt, FILE))).containsExactly("promise");
        }
    }

    @Test
    void anotherFileIsNotWhatWasReceived() throws IOException {
        Receipt receipt = new Receipt(shown(), promise(AFTER), Optional.of(log.proof(event)));
        assertThat(failed(check(receipt, new byte[] {1}))).containsExactly("file");
        Receipt hidden =
                new Receipt(event.disclose(Set.of(EventField.DETAIL)), promise(AFTER), Optional.of(log.proof(event)));
        assertThat(failed(check(hidden, FILE))).containsExactly("file");
    }

    @Test
    void aLogThatHoldsTheEntryStandsForTheProof() throws IOException {
        Receipt pending = new Receipt(shown(), promise(BEFORE), Optional.empty());
        Verdict verdict = check(pending, FILE, false, Optional.of(published(event)), vkeys());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("[ok]   in-log: entry 700");
        assertThat(verdict.statement()).contains("no later than 2026-05-28T20:26:40Z");
    }

    @Test
    void aLogWithoutTheEntryBreaksThePromiseOnceItWasDue() throws IOException {
        SealedEvent other = SealedEvent.seal(received(FILE), EventSeed.random());
        Receipt due = new Receipt(shown(), promise(BEFORE), Optional.empty());
        assertThat(failed(check(due, FILE, true, Optional.of(published(other)), vkeys())))
                .containsExactly("promise-broken");
        Receipt notDue = new Receipt(shown(), promise(AFTER), Optional.empty());
        assertThat(failed(check(notDue, FILE, true, Optional.of(published(other)), vkeys())))
                .isEmpty();
    }

    @Test
    void aLogThatDoesNotVerifyBreaksNoPromise() throws IOException {
        TestTiles tiles = published(SealedEvent.seal(received(FILE), EventSeed.random()));
        tiles.files.remove("tile/entries/001");
        Receipt due = new Receipt(shown(), promise(BEFORE), Optional.empty());
        assertThat(failed(check(due, FILE, true, Optional.of(tiles), vkeys())))
                .contains("missing", "in-log")
                .doesNotContain("promise-broken");
    }

    @Test
    void everyChangedByteOfAReceiptIsFoundOrMeansTheSame() throws IOException {
        byte[] right = CanonicalJson.write(new Receipt(shown(), promise(AFTER), Optional.of(log.proof(event))).json());
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] wrong = right.clone();
            int at = random.nextInt(wrong.length);
            wrong[at] ^= (byte) (1 << random.nextInt(7));
            assertThat(isRefused(wrong))
                    .as("byte %d: %s", at, around(wrong, at))
                    .isTrue();
        }
    }

    /** Signatures of unknown keys are ignored by the format: a changed name or key id takes a signature away, which is missed. */
    private boolean isRefused(byte[] receipt) throws IOException {
        try {
            return !check(Receipt.parse(receipt), FILE).passed()
                    || Receipt.parse(receipt).promise().isEmpty();
        } catch (MalformedValueException e) {
            return true;
        }
    }

    @Test
    void promisesHaveOneForm() {
        String text = new Promise(TestLog.ORIGIN, event.entry(), AFTER).text();
        assertThat(Promise.parse(text).text()).isEqualTo(text);
        assertThat(text)
                .isEqualTo("aletheia/promise/v1\nevidence.example/log\n"
                        + event.entry().base64() + "\n2026-05-28T20:26:41.000Z\n");
        for (String wrong : List.of(
                "",
                text + "\n",
                text.substring(0, text.length() - 1),
                text.replace("v1", "v2"),
                text.replace(".000Z", "Z"),
                text.replace("=\n", "\n"))) {
            assertThatThrownBy(() -> Promise.parse(wrong)).as(wrong).isInstanceOf(MalformedValueException.class);
        }
    }

    @Test
    void runsAsACommandOnOneReceiptAndOnAFolder(@TempDir Path folder) throws IOException {
        Path keys = Files.write(folder.resolve("keys"), vkeys());
        Path file = Files.write(folder.resolve("file"), FILE);
        Path receipts = Files.createDirectory(folder.resolve("receipts"));
        Receipt whole = new Receipt(shown(), promise(AFTER), Optional.of(log.proof(event)));
        Path one = Files.write(receipts.resolve("a.json"), CanonicalJson.write(whole.json()));
        assertThat(run("receipt", keys, one, file)).startsWith("0 ").contains("[ok]   file:");
        assertThat(run("receipt", keys, one, file, "--json"))
                .startsWith("0 {\"about\":")
                .contains("{\"check\":\"inclusion\",\"detail\":\"entry 0\",\"outcome\":\"passed\"}")
                .endsWith("\"verified\":true}\n");
        Files.write(
                receipts.resolve("b.json"),
                CanonicalJson.write(new Receipt(shown(), promise(AFTER), Optional.empty()).json()));
        assertThat(run("receipt", keys, receipts)).startsWith("1 ").contains("b.json", "[FAIL] proof: absent");
        assertThat(run("receipt", keys, receipts, "--promise-suffices")).startsWith("0 ");
        assertThat(run("receipt", keys, one, "--cosigners", "1"))
                .startsWith("1 ")
                .contains("[FAIL] cosigners: 0 of 1");
        assertThat(run("receipt", keys, one, "--colour")).startsWith("2 cannot verify: unknown option");
        assertThat(run("receipt", keys, keys)).startsWith("2 cannot verify: ");
        assertThat(run("receipt", keys)).startsWith("2 usage:");
    }

    private static String run(String command, Path keys, Object... more) {
        List<String> words = new ArrayList<>(List.of(command, TestLog.ORIGIN, keys.toString()));
        Stream.of(more).map(Object::toString).forEach(words::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(words.toArray(String[]::new), out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private Verdict check(Receipt receipt, byte[] file) throws IOException {
        return check(receipt, file, false, Optional.empty(), vkeys());
    }

    private static Verdict check(
            Receipt receipt, byte[] file, boolean promiseSuffices, Optional<TestTiles> published, List<String> vkeys)
            throws IOException {
        List<String> keys = new ArrayList<>(vkeys);
        published.map(TestTiles::vkeys).ifPresent(keys::addAll);
        return new ReceiptCheck(Trust.of(TestLog.ORIGIN, keys, 0), EventTypeRegistry.builtIn(), promiseSuffices)
                .check(receipt, Optional.of(Digest.sha256(file)), published.map(ReceiptCheckTest::files));
    }

    private static LogFiles files(TestTiles tiles) {
        return path -> Optional.ofNullable(tiles.files.get(path));
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .toList();
    }

    /** A log of 700 entries that mean nothing, and this one. */
    private static TestTiles published(SealedEvent last) {
        TestTiles tiles = new TestTiles();
        tiles.grow(700);
        tiles.add(last.entry().bytes());
        return tiles;
    }

    private DisclosedEvent shown() {
        return event.disclose(Set.of(EventField.ACTOR));
    }

    private Optional<String> promise(Instant by) {
        return Optional.of(sign(new Promise(TestLog.ORIGIN, event.entry(), by), promiser));
    }

    private static String sign(Promise promise, NoteKeyPair key) {
        return SignedNote.sign(promise.text(), List.of(key.signer(InstantSource.system())))
                .format();
    }

    private List<String> vkeys() {
        List<String> keys = new ArrayList<>(log.vkeys());
        keys.add(promiser.verifierKey().format());
        return keys;
    }

    private static Event received(byte[] file) {
        return Event.of(EventTypes.RECEIVED, Ids.timeOrdered(), Instant.now())
                .actor("p-1")
                .detail(Map.of("digests", Map.of("sha-256", Digest.sha256(file).hex()), "size", file.length))
                .build();
    }

    private static String around(byte[] bytes, int at) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20));
    }
}
