package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Mutations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class ItemCheckTest {
    private static final byte[] FILE = TestHistory.FILE;
    private static final RecordSubject ITEM = TestHistory.ITEM;
    private static final RecordSubject OTHER = TestHistory.OTHER;

    private final TestHistory made = new TestHistory();
    private final TestLog log = made.log;
    private final List<Map<String, @Nullable Object>> entries = made.entries;

    @Test
    void saysWhatIsProvenAndWhatIsNot() {
        Verdict verdict = check(UnaryOperator.identity());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.statement())
                .isEqualTo("proves that these bytes were held by evidence.example/log no later than "
                        + "2026-05-28T20:26:40Z and are unchanged since; does not prove who made them, when, where, "
                        + "or that what they show is true.");
        assertThat(verdict.text())
                .contains("[ok]   inclusion: entry 1")
                .contains("[ok]   signature-ed25519: " + TestLog.ORIGIN)
                .contains("[ok]   signature-ml-dsa-44: " + TestLog.ORIGIN)
                .contains("[note] time: 2026-05-28T20:26:40Z, stated by " + TestLog.ORIGIN)
                .contains("[note] withheld: actor, detail")
                .contains("[note] type: CE-PAINTED: unknown-type, hash verified")
                .contains("[ok]   numbering: 1 to 3 without holes")
                .contains("[ok]   subject: item " + ITEM.id())
                .endsWith(verdict.statement() + "\n");
    }

    @Test
    void withoutAFileItClaimsNothingOfBytes() {
        Verdict verdict = new ItemCheck(trust(0), EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(TestLog.history(entries)), Optional.empty());
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.statement()).contains("no file was checked").contains("does not prove who made");
    }

    @Test
    void anotherFileFails() {
        Verdict verdict = new ItemCheck(trust(0), EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(TestLog.history(entries)), Optional.of(Digest.sha256()));
        assertFailed(verdict, "file");
        assertThat(verdict.statement()).startsWith("NOT VERIFIED").contains("does not prove who made them");
    }

    @Test
    void aChangedValueFailsInclusion() {
        assertFailed(check(text -> text.replace("CE-RECEIVED", "CE-RETURNED")), "inclusion", "file");
        assertFailed(check(text -> text.replace(ITEM.id(), OTHER.id())), "inclusion", "subject", "file");
    }

    @Test
    void aHoleOrAnotherOrderFails() {
        entries.remove(1);
        assertFailed(check(UnaryOperator.identity()), "numbering");
        entries.getLast().put("number", 1L);
        entries.getFirst().put("number", 2L);
        assertFailed(check(UnaryOperator.identity()), "log-order");
        entries.clear();
        assertFailed(check(UnaryOperator.identity()), "numbering", "file");
    }

    @Test
    void anEventOfAnotherItemFails() {
        entries.add(log.entry(4, append(EventTypes.VIEWED, OTHER, Map.of()), Set.of()));
        assertFailed(check(UnaryOperator.identity()), "subject");
    }

    @Test
    void anOpeningOfAnotherListFails() {
        SubjectTree other = new SubjectTree(EventSeed.random(), List.of(ITEM));
        entries.getLast().put("opening", other.open(0).json());
        assertFailed(check(UnaryOperator.identity()), "subject");
    }

    @Test
    void aMissingKindOfSignatureFails() {
        SealedEvent event = append(EventTypes.VIEWED, ITEM, Map.of());
        log.signWith(log.ed25519);
        Finding finding = only(new ProofCheck(trust(0)).check(event.leafHash(), log.proof(event)));
        assertThat(finding).isEqualTo(Finding.failed(Check.SIGNATURE_ML_DSA_44, "absent"));
        log.signWith(log.mlDsa);
        assertThat(only(new ProofCheck(trust(0)).check(event.leafHash(), log.proof(event)))
                        .check())
                .isEqualTo("signature-ed25519");
    }

    @Test
    void cosignersCountByName() {
        SealedEvent event = append(EventTypes.VIEWED, ITEM, Map.of());
        assertThat(only(new ProofCheck(trust(1)).check(event.leafHash(), log.proof(event)))
                        .check())
                .isEqualTo("cosigners");
        log.signWith(log.ed25519, log.mlDsa, log.cosigner, log.cosigner);
        assertThat(new ProofCheck(trust(1))
                        .check(event.leafHash(), log.proof(event))
                        .passed())
                .isTrue();
        assertThat(only(new ProofCheck(trust(2)).check(event.leafHash(), log.proof(event)))
                        .check())
                .isEqualTo("cosigners");
    }

    @Test
    void anotherLogOrKeyFails() {
        TestLog stranger = new TestLog();
        Trust wrongKeys = Trust.of(TestLog.ORIGIN, stranger.vkeys(), 0);
        SealedEvent event = append(EventTypes.VIEWED, ITEM, Map.of());
        ProofCheck.Result result = new ProofCheck(wrongKeys).check(event.leafHash(), log.proof(event));
        assertThat(result.passed()).isFalse();
        assertThat(result.notLaterThan()).isEmpty();
        Trust wrongOrigin = Trust.of("other.example", log.vkeys(), 0);
        assertThat(new ProofCheck(wrongOrigin)
                        .check(event.leafHash(), log.proof(event))
                        .findings())
                .filteredOn(Finding::isFailed)
                .extracting(Finding::check)
                .containsExactly("origin", "signature");
        assertThat(only(new ProofCheck(trust(0)).check(event.leafHash(), "no proof"))
                        .check())
                .isEqualTo("proof");
    }

    @Test
    void runsAsACommand(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), String.join("\n", log.vkeys()) + "\n");
        Path history = Files.write(folder.resolve("history"), TestLog.history(entries));
        Path file = Files.write(folder.resolve("file"), FILE);
        assertThat(run("item", TestLog.ORIGIN, keys, history, file))
                .startsWith("0 ")
                .contains("proves that these bytes");
        assertThat(run("item", TestLog.ORIGIN, keys, history, keys))
                .startsWith("1 ")
                .contains("NOT VERIFIED");
        assertThat(run("item", TestLog.ORIGIN, keys, file)).startsWith("2 ").contains("cannot verify");
        assertThat(run("item", TestLog.ORIGIN)).startsWith("2 ").contains("usage");
        assertThat(run("thing", TestLog.ORIGIN, keys, history)).startsWith("2 ").contains("usage");
    }

    @Test
    void survivesDamage() {
        // The cheap half of the checks: a signature that is damaged fails long before ML-DSA is asked often.
        Trust trust = Trust.of(TestLog.ORIGIN, log.vkeys().subList(0, 1), 0);
        entries.subList(1, 3).clear();
        Mutations.fuzz(TestLog.history(entries), bytes -> new ItemCheck(trust, EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(bytes), Optional.of(Digest.sha256(FILE)))
                .text());
    }

    private SealedEvent append(EventType type, @Nullable RecordSubject subject, Map<String, Object> detail) {
        return made.append(type, subject, detail);
    }

    private Trust trust(int cosigners) {
        List<String> keys = new ArrayList<>(log.vkeys());
        keys.add(log.cosigner.verifierKey().format());
        return Trust.of(TestLog.ORIGIN, keys, cosigners);
    }

    private Verdict check(UnaryOperator<String> change) {
        return new ItemCheck(trust(0), EventTypeRegistry.builtIn())
                .check(TestLog.read(TestLog.history(entries), change), Optional.of(Digest.sha256(FILE)));
    }

    private static void assertFailed(Verdict verdict, String... checks) {
        assertThat(verdict.findings().stream().filter(Finding::isFailed).map(Finding::check))
                .as(verdict.text())
                .containsOnly(checks);
        assertThat(verdict.passed()).isFalse();
    }

    private static Finding only(ProofCheck.Result result) {
        List<Finding> failed =
                result.findings().stream().filter(Finding::isFailed).toList();
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }

    private static String run(Object... args) {
        String[] texts = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(texts, out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
