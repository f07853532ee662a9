package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.log.LogRefusedException.Reason;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.SuccessionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeProofs;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was set back, and whose bucket cannot put it together again, goes on under another name. */
@Tag("it")
class SuccessionTest {
    private static final int KEPT = 300;
    private static final int LOST = 700;
    private static final int WAITING = 5;
    private static final String BUNDLE = "tile/entries/002";

    private final List<Subject> subjects = LogFixture.subjects(3);
    private LogFixture log;
    private SucceedingLog next;
    private String published;
    private InclusionProof handedOut;
    private Hash leaf;

    @TempDir
    Path folder;

    /** 300 events, a backup, 700 more that are published and proven, the backup restored, 5 that come in afterwards. */
    @BeforeEach
    void setBack() throws Exception {
        log = new LogFixture();
        next = new SucceedingLog(log, folder);
        log.append(subjects, KEPT);
        log.settle();
        log.backUp();
        log.append(subjects, LOST);
        log.settle();
        published = new String(log.bucket().readAll("checkpoint", 1 << 20), StandardCharsets.UTF_8);
        TileHashReader nodes = new TileHashReader(new TreeStore(new Transactions(log.asFollower())), KEPT + LOST);
        handedOut = new TreeProofs(nodes).inclusion(KEPT + 1, KEPT + LOST);
        leaf = nodes.read(0, KEPT + 1);
        log.restore();
        log.append(subjects, WAITING);
    }

    @AfterEach
    void close() throws Exception {
        next.close();
        log.close();
    }

    @Test
    void entriesThatAreMissingInTheBucketLeadToANewNameOverTheSameEntries() throws Exception {
        log.bucket().delete(BUNDLE);
        Map<String, Digest> before = content();
        Succession.Findings found = next.succession().examine(List.of());
        assertThat(found.cause()).isEqualTo(Succession.Cause.ENTRIES_MISSING);
        assertThat(found.common()).isEqualTo(KEPT);
        assertThat(found.quarantined()).isEqualTo(WAITING);
        assertThat(log.size("journal")).as("examining changes nothing").isEqualTo(KEPT);

        next.succession().succeed(found, next.successor());
        next.goesOn(WAITING);
        assertThat(next.verifiedSize()).isEqualTo(KEPT + 1 + WAITING);
        assertThat(content()).as("of the earlier log").isEqualTo(before);
        handedOut.verify(leaf, log.keys().open(published).root());
        Event told = told();
        assertThat(told.reason()).isEqualTo("entries-missing");
        assertThat(told.detail())
                .containsEntry("predecessor", log.origin)
                .containsEntry("size", (long) KEPT + LOST)
                .containsEntry("root", log.keys().open(published).root().base64())
                .containsEntry(
                        "checkpoint",
                        Digest.sha256(published.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .containsEntry("common", (long) KEPT)
                .doesNotContainKeys("from", "to");
        assertThat(next.fsck()).doesNotContain("\"fault\"").doesNotContain("event-lost");
    }

    /** It is proven by the tiles, also where no checkpoint was published since the two went apart. */
    @Test
    void aJournalThatWentItsOwnWayIsASecondHistory() throws Exception {
        log.settleJournal();
        Succession.Findings found = next.succession().examine(List.of());
        assertThat(found.cause()).isEqualTo(Succession.Cause.TWO_HISTORIES);
        assertThat(found.common()).isEqualTo(KEPT);
        assertThat(found.last().size()).isEqualTo(KEPT + LOST);
        next.succession().succeed(found, next.successor());
        next.goesOn(0);
        assertThat(next.verifiedSize()).isEqualTo(KEPT + WAITING + 1);
        assertThat(told().reason()).isEqualTo("two-histories");
        assertThat(next.fsck()).doesNotContain("\"fault\"");
    }

    @Test
    void aJournalThatOutgrewThePublishedTreeIsASecondHistory() throws Exception {
        log.append(subjects, LOST);
        log.settleJournal();
        Succession.Findings found = next.succession().examine(List.of());
        assertThat(found.cause()).isEqualTo(Succession.Cause.TWO_HISTORIES);
        assertThat(found.common()).isEqualTo(KEPT);
        next.succession().succeed(found, next.successor());
        next.goesOn(0);
        assertThat(next.fsck()).doesNotContain("\"fault\"");
    }

    /** What is proven before anything was altered stays proven; with altered tiles nothing is claimed of a second history. */
    @Test
    void tilesThatWereAlteredProveNoSecondHistory() {
        log.settleJournal();
        byte[] tile = log.bucket().readAll("tile/0/001", 1 << 14);
        tile[3000] ^= 1;
        log.bucket().put("tile/0/001", tile, "application/octet-stream");
        Succession.Findings found = next.succession().examine(List.of());
        assertThat(found.cause()).isEqualTo(Succession.Cause.ENTRIES_MISSING);
        assertThat(found.common()).isEqualTo(KEPT);
    }

    @Test
    void theLastTreeIsFoundWhereTheLatestCheckpointIsGone() {
        log.bucket().delete("checkpoint");
        log.bucket().delete(BUNDLE);
        assertThat(next.succession().examine(List.of()).last().size()).isEqualTo(KEPT + LOST);
        log.bucket().delete("checkpoints/" + (KEPT + LOST));
        assertRefused(() -> next.succession().examine(List.of()), "own name");
        assertThat(next.succession().examine(List.of(published)).last().size())
                .as("a cosigner remembers")
                .isEqualTo(KEPT + LOST);
    }

    @Test
    void aLogThatCanGoOnKeepsItsName() throws Exception {
        assertRefused(() -> next.succession().examine(List.of()), "--declare-lost");
        Recovery recovery = next.recovery();
        recovery.replay(recovery.examine(List.of()));
        assertRefused(() -> next.succession().examine(List.of()), "own name");
        assertThat(log.size("log_succession")).isZero();
    }

    @Test
    void nothingThatWasUsedBeforeIsTakenForTheNewLog() throws Exception {
        log.bucket().delete(BUNDLE);
        Succession.Findings found = next.succession().examine(List.of());
        Successor right = next.successor();
        Map.of(
                        "has or had",
                        new Successor(log.origin, right.bucket(), right.held()),
                        "empty bucket",
                        new Successor(right.origin(), log.bucket(), right.held()),
                        "has signed under an earlier name",
                        new Successor(right.origin(), right.bucket(), next.reusedKeys()))
                .forEach((why, wrong) -> assertRefused(() -> next.succession().succeed(found, wrong), why));
        assertThat(log.size("journal")).isEqualTo(KEPT);
        assertThat(log.size("log_succession")).isZero();
        next.succession().succeed(found, right);
        assertRefused(() -> next.succession().requireNew(right), "has or had");
        assertRefused(
                () -> next.succession().requireNew(new Successor(log.origin, right.bucket(), right.held())),
                "has or had");
    }

    @Test
    void theCommitMayFailBeforeAndAfterAndTheNextRunEndsIt() throws Exception {
        log.bucket().delete(BUNDLE);
        for (Faults.Mode mode : Faults.Mode.values()) {
            log.restore();
            log.append(subjects, WAITING);
            Succession failing = next.succession(new Transactions(new Faults(0, mode).on(log.asFollower())));
            assertThatThrownBy(() -> failing.succeed(failing.examine(List.of()), next.successor()));
            if (log.origin.equals(head().origin())) {
                assertThat(mode).isEqualTo(Faults.Mode.FAILED_AND_NOT_PERSISTED);
                next.succession().succeed(next.succession().examine(List.of()), next.successor());
            }
            assertThat(head().origin()).isEqualTo(next.origin());
            assertThat(told().detail()).containsEntry("common", (long) KEPT);
        }
        next.goesOn(WAITING);
        assertThat(next.fsck()).doesNotContain("\"fault\"");
    }

    /** What was seen before anything moved must still be so when it is written. */
    @Test
    void aJournalThatGrewMeanwhileIsExaminedAnew() {
        log.bucket().delete(BUNDLE);
        Succession.Findings found = next.succession().examine(List.of());
        log.settleJournal();
        assertThatThrownBy(() -> next.succession().succeed(found, next.successor()))
                .isInstanceOf(LostRaceException.class);
        assertThat(log.size("log_succession")).isZero();
        assertThat(head().origin()).isEqualTo(log.origin);
    }

    @Test
    void anInterruptedRecoveryIsDeclaredLost() throws Exception {
        List<SealedRow> rows = EntryBundle.parse(log.bucket().readAll("tile/entries/001", 1 << 14)).entries().stream()
                .skip(KEPT - 256)
                .limit(10)
                .map(SealedRow::lost)
                .toList();
        GrowingTree tree = new GrowingTree(head().frontier());
        rows.forEach(row -> tree.append(TreeHash.leaf(row.entry())));
        new Transactions(log.asFollower()).commit(connection -> {
            JournalStore.append(connection, KEPT, rows);
            return HeadStore.advance(connection, KEPT, tree.frontier());
        });
        log.bucket().delete(BUNDLE);
        next.succession().succeed(next.succession().examine(List.of()), next.successor());
        assertThat(told().detail()).containsEntry("from", (long) KEPT).containsEntry("to", KEPT + 10L);
        next.goesOn(WAITING);
        assertThat(next.fsck()).contains("event-lost").doesNotContain("\"fault\"");
    }

    /** A server with the configuration of another log, started on this database. */
    @Test
    void nothingIsSignedUnderAnotherNameWithoutASuccession() throws Exception {
        assertThatThrownBy(next.publisher()::compare)
                .isInstanceOfSatisfying(
                        LogRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ORIGIN_CHANGED))
                .hasMessageContaining("log-origin-changed")
                .hasMessageContaining(log.origin);
        assertThatThrownBy(next.publisher()::run).isInstanceOf(LogRefusedException.class);
        assertThatThrownBy(() -> next.keyring().history())
                .hasMessageContaining("belongs to the log " + log.origin + ":");
        assertThat(next.keys()).as("of the new bucket").isEmpty();
        assertThat(log.size("log_key_list")).isZero();
    }

    /** A server that still has the configuration of the earlier log. */
    @Test
    void nothingIsSignedUnderTheEarlierNameAnyMore() throws Exception {
        log.bucket().delete(BUNDLE);
        next.succession().succeed(next.succession().examine(List.of()), next.successor());
        List<String> before = keys();
        assertThatThrownBy(log.publisher()::run).hasMessageContaining("log-origin-changed");
        assertThatThrownBy(() -> log.keyring(folder.resolve("old"), log.asFollower(), log.bucket())
                        .history())
                .hasMessageContaining(next.origin());
        assertThat(keys()).isEqualTo(before);
    }

    /** Lists of keys, published sizes and what is signed: of the new name only what was made under it. */
    @Test
    void whatBelongsToTheEarlierNameIsKeptAndNotGiven() throws Exception {
        assertThat(isPublished(KEPT)).isTrue();
        log.bucket().delete(BUNDLE);
        next.succession().succeed(next.succession().examine(List.of()), next.successor());
        assertThat(isPublished(KEPT)).isFalse();
        assertThat(log.size("log_published")).isOne();
        next.goesOn(WAITING);
        assertThat(isPublished(KEPT + 1 + WAITING)).isTrue();
        assertThat(log.size("log_checkpoint")).isEqualTo(2);
        assertThat(next.keyring().history().newest().origin()).isEqualTo(next.origin());
        assertThat(next.keyring().of(SigningPurpose.CHECKPOINT).verifierKeys())
                .allSatisfy(key -> assertThat(key.name()).isEqualTo(next.origin()));
        assertThat(new Transactions(log.asFollower()).onConnection(SuccessionStore::all))
                .containsExactly(new SuccessionStore.Row(KEPT, log.origin, next.origin(), published));
        assertThat(new ChainStore(new Transactions(log.asApp())).recoveries(10))
                .extracting(ChainStore.Placed::index)
                .containsExactly((long) KEPT);
    }

    @Test
    void fsckNamesAChangeOfTheNameThatNothingTells() throws Exception {
        log.bucket().delete(BUNDLE);
        next.succession().succeed(next.succession().examine(List.of()), next.successor());
        next.goesOn(WAITING);
        next.asOwner("alter table log_succession disable trigger user");
        next.asOwner("delete from log_succession");
        assertThat(next.fsck()).contains("succession-missing", "event " + KEPT);
        next.asOwner("insert into log_succession values (" + (KEPT + 2) + ", '" + log.origin + "', '" + next.origin()
                + "', '', null, null, null, now())");
        assertThat(next.fsck()).contains("no event of the journal tells of this change");
    }

    @Test
    void noRowOfASuccessionIsChangedOrRemoved() throws SQLException {
        log.bucket().delete(BUNDLE);
        next.succession().succeed(next.succession().examine(List.of()), next.successor());
        for (String sql : List.of(
                "update log_succession set predecessor = 'x'",
                "delete from log_succession",
                "truncate log_succession")) {
            assertThatThrownBy(() -> next.asOwner(sql)).hasMessageContaining("never changed or deleted");
        }
    }

    private LogHead head() {
        return new Transactions(log.asFollower()).onConnection(HeadStore::read);
    }

    private Event told() {
        List<SuccessionStore.Told> told = new Transactions(log.asFollower())
                .onConnection(connection -> SuccessionStore.told(connection, "GOV-LOG-SUCCEEDED"));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().event().time())
                .isBeforeOrEqualTo(Clock.systemUTC().instant());
        return told.getFirst().event();
    }

    private boolean isPublished(long size) {
        return new Transactions(log.asApp()).onConnection(connection -> PublishedStore.has(connection, size));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("", object -> keys.add(object.key()));
        return keys;
    }

    private Map<String, Digest> content() {
        return SucceedingLog.content(log.bucket());
    }

    private static void assertRefused(ThrowingCallable work, String why) {
        assertThatThrownBy(work).isInstanceOf(Succession.RefusedException.class).hasMessageContaining(why);
    }
}
