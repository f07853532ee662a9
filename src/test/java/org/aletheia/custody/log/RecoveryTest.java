package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aletheia.custody.Subject;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.StubCosigner;
import org.aletheia.custody.cosigning.TestCosigners;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.custody.fsck.FsckOptions;
import org.aletheia.custody.fsck.HistoryCheck;
import org.aletheia.custody.fsck.JournalCheck;
import org.aletheia.custody.log.LogRefusedException.Reason;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.DatabaseIdentity;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.kernel.Ids;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;
import org.aletheia.verifier.Finding;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was set back to yesterday under a log that was published today. */
@Tag("it")
class RecoveryTest {
    private static final int KEPT = 300;
    private static final int LOST = 700;
    private static final int WAITING = 5;

    private final List<Subject> subjects = LogFixture.subjects(3);
    private LogFixture log;
    private String published;
    private InclusionProof handedOut;
    private Hash leaf;

    @TempDir
    Path folder;

    /** 300 events, a backup, 700 more that are published and proven, the backup restored, 5 that come in afterwards. */
    @BeforeEach
    void setBack() throws Exception {
        log = new LogFixture();
        log.append(subjects, KEPT);
        log.settle();
        log.backUp();
        log.append(subjects, LOST);
        log.settle();
        published = checkpoint();
        int index = KEPT + LOST / 2;
        TileHashReader nodes = new TileHashReader(new TreeStore(new Transactions(log.asFollower())), KEPT + LOST);
        handedOut = new TreeProofs(nodes).inclusion(index, KEPT + LOST);
        leaf = nodes.read(0, index);
        log.restore();
        log.append(subjects, WAITING);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void nothingIsSignedAndNothingSequenced() {
        List<String> before = keys();
        assertRefused(() -> log.publisher().run(), Reason.EVENTS_MISSING);
        Quarantine quarantine = quarantine();
        assertRefused(quarantine::lift, Reason.EVENTS_MISSING);
        assertThat(quarantine.standing()).isEqualTo(LogStanding.CONTRADICTING);
        assertThat(sequencer(quarantine).run()).isZero();
        assertThat(log.size("journal")).isEqualTo(KEPT);
        assertThat(log.size("journal_pending")).isEqualTo(WAITING);
        assertThat(keys()).isEqualTo(before);
        assertThat(checkpoint()).isEqualTo(published);
    }

    @Test
    void examiningChangesNothing() {
        Recovery.Findings found = recovery().examine(List.of());
        assertThat(found.standing()).isEqualTo(Recovery.Standing.REPLAYABLE);
        assertThat(found.journal()).isEqualTo(KEPT);
        assertThat(found.lostFrom()).isEqualTo(KEPT);
        assertThat(found.lostTo()).isEqualTo(KEPT + LOST);
        assertThat(found.quarantined()).isEqualTo(WAITING);
        assertThat(log.size("journal")).isEqualTo(KEPT);
    }

    @Test
    void theLogGoesOnAsOneHistoryAndTheLossIsDeclared() throws Exception {
        recover();
        assertThat(log.size("journal")).isEqualTo(KEPT + LOST + 1);
        goesOn();
        assertThat(declared()).isEqualTo("{\"from\":300,\"root\":\"" + root() + "\",\"to\":1000}");
        handedOut.verify(leaf, log.keys().open(published).root());
        assertThat(recovery().examine(List.of()).standing()).isEqualTo(Recovery.Standing.SOUND);
        assertThat(fsck()).contains("event-lost").doesNotContain("\"fault\"");
    }

    /** What is lost is told to followers by nobody, and to the collector of orphans: the database cannot name everything. */
    @Test
    void aJournalWithLostEventsIsNoGroundForRemovingAnything() throws Exception {
        recover();
        goesOn();
        Publication publication = new Publication(
                log.publisher(),
                new ReplicaLock(new Transactions(log.asFollower()), "publication"),
                Duration.ofMinutes(1),
                Duration.ZERO,
                Clock.systemUTC(),
                () -> 0);
        publication.step();
        assertThat(publication.verified()).isFalse();
        assertThat(new ChainStore(new Transactions(log.asApp())).changes(0, 2000, 2000))
                .hasSize(KEPT + 1 + WAITING);
    }

    @Test
    void everyCommitMayFailBeforeAndAfterAndTheNextRunEndsIt() throws Exception {
        for (Faults.Mode mode : Faults.Mode.values()) {
            log.restore();
            log.append(subjects, WAITING);
            Faults faults = new Faults(0, mode);
            Recovery failing = recovery(new Transactions(faults.on(log.asFollower())));
            assertThatThrownBy(() -> failing.replay(failing.examine(List.of())));
            assertThat(checkpoint()).isEqualTo(published);
            Recovery.Findings found = recovery().examine(List.of());
            if (found.standing() == Recovery.Standing.REPLAYABLE) {
                recovery().replay(found);
            }
            sequence();
            assertThat(declared()).contains("\"from\":300").contains("\"to\":1000");
        }
        log.publisher().run();
        verifies();
    }

    @Test
    void entriesThatAreGoneCannotBeReplayed() {
        log.bucket().delete("tile/entries/002");
        Recovery.Findings found = recovery().examine(List.of());
        assertThat(found.standing()).isEqualTo(Recovery.Standing.BROKEN);
        assertThat(found.detail()).contains("512");
        assertThatThrownBy(() -> recovery().replay(found)).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.size("journal")).isEqualTo(KEPT);
    }

    @Test
    void entriesThatWereAlteredAreNeverTakenForTheLog() {
        byte[] bundle = log.bucket().readAll("tile/entries/002", 1 << 14);
        bundle[40] ^= 1;
        log.bucket().put("tile/entries/002", bundle, "application/octet-stream");
        assertThat(recovery().examine(List.of()).standing()).isEqualTo(Recovery.Standing.BROKEN);
    }

    /** Between the examination and the replay. */
    @Test
    void aBucketThatChangesMeanwhileAddsNothing() {
        Recovery.Findings found = recovery().examine(List.of());
        byte[] bundle = log.bucket().readAll("tile/entries/002", 1 << 14);
        bundle[40] ^= 1;
        log.bucket().put("tile/entries/002", bundle, "application/octet-stream");
        assertThatThrownBy(() -> recovery().replay(found)).isInstanceOf(IllegalStateException.class);
        assertThat(log.size("journal")).isEqualTo(KEPT);
    }

    @Test
    void aJournalThatWentItsOwnWayCannotBeRecovered() {
        sequence();
        assertRefused(() -> log.publisher().run(), Reason.EVENTS_MISSING);
        assertThat(recovery().examine(List.of()).standing()).isEqualTo(Recovery.Standing.BROKEN);
    }

    /** The bucket was set back with the database; an institution that cosigned remembers. */
    @Test
    void whatACosignerHasSeenCountsAsPublished() throws Exception {
        TreeHead older = new TreeHead(KEPT, rootAt(KEPT));
        log.bucket().put("checkpoint", bytes(log.keys().sign(older).format()), "text/plain");
        log.publisher().run();
        List<NoteVerifierKey> keys = log.signer().verifierKeys();
        try (StubCosigner cosigner = new StubCosigner("archive.example/witness", log.origin, keys)) {
            Cosigners cosigners = TestCosigners.of(0, Duration.ofSeconds(5), Map.of("archive", cosigner.asked()));
            Publisher publisher = log.publisher(log.asFollower(), log.bucket(), log.keys(), cosigners);
            publisher.compare();
            cosigner.shows(log.origin, published);
            assertRefused(publisher::compare, Reason.EVENTS_MISSING);
            Recovery.Findings found = recovery().examine(cosigners.seen(log.origin));
            assertThat(found.standing()).isEqualTo(Recovery.Standing.REPLAYABLE);
            assertThat(found.lostTo()).isEqualTo(KEPT + LOST);
            cosigner.shows(
                    log.origin,
                    published.replace(published.split("\n")[2], older.root().base64()));
            publisher.compare(); // not signed by this log: anyone could claim that
            cosigners.close();
        }
    }

    private void recover() {
        recovery().replay(recovery().examine(List.of()));
    }

    private void goesOn() throws Exception {
        Quarantine quarantine = quarantine();
        quarantine.lift();
        assertThat(sequencer(quarantine).run()).isEqualTo(WAITING);
        assertThat(log.publisher().run()).isTrue();
        verifies();
    }

    /** Whoever kept the checkpoint of then finds it extended, with the offline verifier. */
    private void verifies() throws Exception {
        log.bucket().list("", object -> copy(object.key()));
        List<String> vkeys = log.keys().vkeys();
        Verdict verdict = new LogCheck(Trust.of(log.origin, vkeys, 0))
                .check(LogFiles.folder(folder), Optional.of(bytes(published)));
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::check).contains("consistency", "tree");
        Checkpoint now = log.keys().open(checkpoint());
        assertThat(now.size()).isEqualTo(KEPT + LOST + 1 + WAITING);
    }

    private void copy(String key) {
        try {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, log.bucket().readAll(key, 1 << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Quarantine quarantine() {
        return new Quarantine(log.publisher()::compare, () -> new Transactions(log.asFollower())
                .onConnection(DatabaseIdentity::read));
    }

    /** As a server would notice that ran all the time. */
    @Test
    void aDatabaseThatWasRestoredIsAnotherOne() throws Exception {
        Transactions database = new Transactions(log.asFollower());
        DatabaseIdentity before = database.onConnection(DatabaseIdentity::read);
        assertThat(database.onConnection(DatabaseIdentity::read)).isEqualTo(before);
        log.restore();
        assertThat(new Transactions(log.asFollower()).onConnection(DatabaseIdentity::read))
                .isNotEqualTo(before);
    }

    /** Checkpoints of the days that this database has forgotten stay to be had. */
    @Test
    void whatWasPublishedIsRememberedAgain() {
        assertThat(isPublished(KEPT + LOST)).isFalse();
        log.bucket().put("checkpoints/999", bytes("nonsense"), "text/plain");
        recover();
        assertThat(isPublished(KEPT + LOST)).isTrue();
        assertThat(isPublished(999)).isFalse();
    }

    private boolean isPublished(long size) {
        return new Transactions(log.asFollower()).onConnection(connection -> PublishedStore.has(connection, size));
    }

    private String fsck() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Fsck(FsckOptions.parse(List.of("--json")), new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(List.of(
                        new JournalCheck(log.asFollower(), new LogBucket(log.bucket()), log.keys()),
                        new HistoryCheck(log.asFollower())));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Recovery recovery() {
        return recovery(new Transactions(log.asFollower()));
    }

    private Recovery recovery(Transactions database) {
        return new Recovery(
                database,
                new LogBucket(log.bucket()),
                log.keys(),
                Ids.source(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private Sequencer sequencer(Quarantine quarantine) {
        return new Sequencer(new Transactions(log.asFollower()), 100, true, quarantine::admits);
    }

    private void sequence() {
        while (log.sequencer(100).run() > 0) {
            // until nothing waits
        }
    }

    /** What the one event of the loss says. */
    private String declared() throws SQLException {
        List<String> details = new ArrayList<>();
        try (Connection connection = log.asFollower().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select canonical, seed from journal where event_type = '"
                        + EventTypes.LOG_RECOVERED.code() + "'")) {
            while (rows.next()) {
                SealedEvent sealed = SealedEvent.restore(rows.getBytes(1), new EventSeed(rows.getBytes(2)));
                details.add(new String(CanonicalJson.write(sealed.event().detail()), StandardCharsets.UTF_8));
            }
        }
        assertThat(details).hasSize(1);
        return details.getFirst();
    }

    private String root() {
        return log.keys().open(published).root().base64();
    }

    private Hash rootAt(long size) {
        return new TreeProofs(new TileHashReader(new TreeStore(new Transactions(log.asFollower())), size)).root(size);
    }

    private String checkpoint() {
        return new String(log.bucket().readAll("checkpoint", 1 << 20), StandardCharsets.UTF_8);
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("", object -> keys.add(object.key()));
        return keys.stream().sorted().collect(Collectors.toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work).isInstanceOfSatisfying(LogRefusedException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
