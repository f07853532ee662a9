package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What shows that a promise was broken or kept, and what shows neither. */
@Tag("unit")
class PromiseKeptTest {
    private static final Instant SIGNED = Instant.ofEpochSecond(TestLog.TIME);

    private final SmallHouse house = new SmallHouse();
    private final TestLog log = house.log;

    @Test
    void aProofUnderACheckpointOfATimeBeforeShowsThatItWasKept() throws IOException {
        log.signWith(log.ed25519, log.mlDsa);
        assertThat(check(SIGNED, Optional.empty()).text())
                .contains("[ok]   promise-kept: in the log of " + SIGNED + ", as the log states, and promised by "
                        + SIGNED);
        Verdict late = check(SIGNED.minusMillis(1), Optional.empty());
        assertThat(late.passed()).isTrue();
        assertThat(late.text())
                .contains("[note] not-checked: promise kept: whether in time: not shown")
                .doesNotContain("promise-kept", "promise-broken");
    }

    /** The entry has index 1. */
    @Test
    void aCheckpointSignedAfterwardsThatIsTooSmallShowsThatItWasBroken() throws IOException {
        log.signWith(log.ed25519, log.mlDsa);
        Instant before = SIGNED.minusSeconds(1);
        Verdict broken = check(before, Optional.of(checkpoint(1)));
        assertThat(Estate.failed(broken.findings())).containsExactly("promise-broken");
        assertThat(broken.text())
                .contains("the log of " + SIGNED + " does not hold the entry that was promised by " + before);
        for (byte[] showsNothing : List.of(checkpoint(2), checkpoint(6))) {
            Verdict verdict = check(before, Optional.of(showsNothing));
            assertThat(verdict.passed()).as(verdict.text()).isTrue();
            assertThat(verdict.text()).contains("whether in time: not shown");
        }
        assertThat(check(SIGNED, Optional.of(checkpoint(1))).passed())
                .as("it was not due yet")
                .isTrue();
    }

    /** A cosigner may sign an old tree head late: its word says nothing of what the log published when. */
    @Test
    void onlyTheLogsOwnTimeCounts() throws IOException {
        log.signWith(log.ed25519, log.cosigner);
        Instant before = SIGNED.minusSeconds(1);
        Verdict verdict = check(before, Optional.of(checkpoint(1)));
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text())
                .contains("stated by cosigner.example", "whether in time: not shown")
                .doesNotContain("promise-kept");
    }

    @Test
    void aCheckpointThatIsNoneOrOfSomebodyElseFails() throws IOException {
        log.signWith(log.ed25519, log.mlDsa);
        Instant before = SIGNED.minusSeconds(1);
        assertThat(Estate.failed(check(before, Optional.of(new byte[] {1})).findings()))
                .containsExactly("checkpoint");
        TestLog stranger = new SmallHouse().log;
        byte[] strange = Objects.requireNonNull(stranger.upTo(1).files().get("checkpoint"));
        assertThat(Estate.failed(check(before, Optional.of(strange)).findings()))
                .contains("signature")
                .doesNotContain("promise-broken");
        TestLog fork = house.fork(2, 4);
        fork.signWith(log.ed25519, log.mlDsa);
        byte[] forked = Objects.requireNonNull(fork.files().get("checkpoint"));
        assertThat(Estate.failed(check(before, Optional.of(forked)).findings())).containsExactly("one-tree");
    }

    /** With the whole log beside it the index is known without a proof, and the log must extend the checkpoint. */
    @Test
    void withTheLogAtHandNoProofIsNeeded() throws IOException {
        log.signWith(log.ed25519, log.mlDsa);
        Map<String, byte[]> files = log.files();
        Receipt pending = receipt(SIGNED.minusSeconds(1), Optional.empty());
        Verdict broken = new ReceiptCheck(trust(), EventTypeRegistry.builtIn(), false)
                .check(
                        pending,
                        Optional.empty(),
                        Optional.of(path -> Optional.ofNullable(files.get(path))),
                        Optional.of(checkpoint(1)));
        assertThat(Estate.failed(broken.findings())).containsExactly("promise-broken");
        assertThat(broken.text()).contains("[ok]   in-log: entry 1", "[ok]   consistency: the first 1 entries");
    }

    /** {@code <origin>/witness} is the log's own key for other logs: it is no other institution. */
    @Test
    void theLogIsNoCosignerOfItself() throws IOException {
        log.signWith(log.ed25519, log.mlDsa, house.ownWitness);
        List<String> keys = new ArrayList<>(log.vkeys());
        keys.add(house.ownWitness.verifierKey().format());
        Receipt receipt = receipt(SIGNED, Optional.of(log.proof(house.received)));
        Verdict verdict = new ReceiptCheck(Trust.of(TestLog.ORIGIN, keys, 1), EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.empty(), Optional.empty());
        assertThat(Estate.failed(verdict.findings())).containsExactly("cosigners");
        assertThat(verdict.text()).contains("[FAIL] cosigners: 0 of 1 needed");
    }

    private Verdict check(Instant promised, Optional<byte[]> checkpoint) throws IOException {
        Receipt receipt = receipt(promised, Optional.of(log.proof(house.received)));
        return new ReceiptCheck(trust(), EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.empty(), Optional.empty(), checkpoint);
    }

    private Receipt receipt(Instant promised, Optional<String> proof) {
        return new Receipt(
                house.receipt(log, Optional.empty()).event(),
                Optional.of(house.promise(house.received, promised)),
                proof);
    }

    /** Of the log when it had so many events. */
    private byte[] checkpoint(int size) {
        return Objects.requireNonNull(log.upTo(size).files().get("checkpoint"));
    }

    /** The log's keys as far as it signs with them now. */
    private Trust trust() {
        List<String> keys = new ArrayList<>(List.of(
                house.promiser.verifierKey().format(),
                log.cosigner.verifierKey().format()));
        String note = new String(house.note(), StandardCharsets.UTF_8);
        log.vkeys().stream()
                .filter(key -> SignedNote.parse(note).signatures().stream()
                        .anyMatch(signature -> key.contains("+%08x+".formatted(signature.keyId()))))
                .forEach(keys::add);
        return Trust.of(TestLog.ORIGIN, keys, 0);
    }
}
