package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.aletheia.custody.Subject;
import org.aletheia.custody.log.LogRefusedException.Reason;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is never signed, and that nothing is written then. */
@Tag("it")
class RefusalTest {
    private static final String TEXT = "text/plain";

    private final List<Subject> subjects = LogFixture.subjects(2);
    private static final Duration CHECK_EVERY = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();
    private LogFixture log;

    @BeforeEach
    void publishSome() throws Exception {
        log = new LogFixture();
        log.append(subjects, 300);
        log.settle();
        log.append(subjects, 5);
        log.sequencer(100).run();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void aDatabaseThatLacksPublishedEvents() {
        publishedByAnother(new TreeHead(400, TreeHash.leaf(new byte[] {1})));
        assertRefused(log.publisher(), Reason.EVENTS_MISSING);
    }

    @Test
    void aTreeThatDoesNotExtendThePublishedOne() {
        publishedByAnother(new TreeHead(300, TreeHash.leaf(new byte[] {1})));
        assertRefused(log.publisher(), Reason.FORK);
    }

    @Test
    void aTreeThatDoesNotExtendTheLastSignedOne() throws SQLException {
        TreeHead other = new TreeHead(300, new Hash(new byte[Hash.LENGTH]));
        String note = log.keys().sign(other).format();
        asOwner("update log_signed_head set signed_checkpoint = '" + note + "'");
        assertRefused(log.publisher(), Reason.FORK);
    }

    @Test
    void rowsThatDoNotGiveTheRecordedTree() throws SQLException {
        exchangeEntry(302);
        assertRefused(log.publisher(), Reason.ROWS_ALTERED);
    }

    /** The tree is computed from the node above such a tile, which was made of the entries when they got their index. */
    @Test
    void anEntryOfAFullTileThatIsNotThatOfTheTree() throws SQLException {
        log.append(subjects, 600);
        log.settleJournal();
        exchangeEntry(600);
        Publisher publisher = log.publisher();
        assertThatThrownBy(publisher::prepare)
                .isInstanceOfSatisfying(
                        LogRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ROWS_ALTERED));
        assertRefused(publisher, Reason.ROWS_ALTERED);
    }

    private void exchangeEntry(long index) throws SQLException {
        asOwner("alter table journal disable trigger user");
        asOwner("alter table journal_000000 disable trigger user");
        asOwner("update journal set entry = sha256(entry) where log_index = " + index);
    }

    @Test
    void aCheckpointOfAnotherLogInTheBucket() {
        List<NoteKeyPair> others = keys(log.origin);
        LogKeys foreign = new LogKeys(log.origin, new LocalSigner(others, Clock.systemUTC()));
        String note =
                foreign.sign(new TreeHead(1, TreeHash.leaf(new byte[] {1}))).format();
        log.bucket().put("checkpoint", note.getBytes(StandardCharsets.UTF_8), TEXT);
        assertRefused(log.publisher(), Reason.FOREIGN_CHECKPOINT);
    }

    @Test
    void otherKeysThanThoseOfTheLog() {
        log.bucket().delete("checkpoint");
        LogKeys other = new LogKeys(log.origin, new LocalSigner(keys(log.origin), Clock.systemUTC()));
        assertRefused(log.publisher(log.asFollower(), log.bucket(), other), Reason.KEYS_CHANGED);
    }

    @Test
    void anotherNameThanThatOfTheLog() {
        log.bucket().delete("checkpoint");
        LogKeys other = new LogKeys("other.example/log", new LocalSigner(keys("other.example/log"), Clock.systemUTC()));
        assertRefused(log.publisher(log.asFollower(), log.bucket(), other), Reason.ORIGIN_CHANGED);
    }

    @Test
    void anOlderCheckpointInTheBucketIsPutRight() throws Exception {
        byte[] older = log.bucket().readAll("checkpoint", 1 << 20);
        log.publisher().run();
        log.bucket().put("checkpoint", older, TEXT);
        assertThat(log.publisher().run()).isTrue();
        assertThat(size(log.bucket().readAll("checkpoint", 1 << 20))).isEqualTo(305);
    }

    @Test
    void anEmptiedBucketIsFilledAgain() {
        log.bucket().list("", object -> log.bucket().delete(object.key()));
        assertThat(log.publisher().run()).isTrue();
        assertThat(size(log.bucket().readAll("checkpoint", 1 << 20))).isEqualTo(305);
        assertThat(log.bucket().stat("tile/0/000")).isPresent();
    }

    /** A refusal that is forgotten at the next look would call a forked log ready. */
    @Test
    void aRefusalStandsUntilARunHasSucceeded() {
        Publication publication = publication();
        assertThat(publication.verified()).isFalse();
        assertThat(publication.step()).isTrue();
        assertThat(publication.verified()).isTrue();

        byte[] right = log.bucket().readAll("checkpoint", 1 << 20);
        publishedByAnother(new TreeHead(400, TreeHash.leaf(new byte[] {1})));
        assertThatThrownBy(publication::verified).isInstanceOf(LogRefusedException.class);
        nanos.addAndGet(CHECK_EVERY.toNanos());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(publication::step).isInstanceOf(LogRefusedException.class);
            assertThat(publication.verified()).isFalse();
        }
        assertThat(anotherReplicaAtIt(() -> {
                    assertThatThrownBy(publication::step).isInstanceOf(LogRefusedException.class);
                    return true;
                }))
                .isTrue();

        log.bucket().put("checkpoint", right, TEXT);
        assertThat(publication.step()).isFalse();
        assertThat(publication.verified()).isTrue();
    }

    @Test
    void whatAnotherReplicaDoesVerifiesNothingHere() {
        Publication publication = publication();
        assertThat(anotherReplicaAtIt(publication::step)).isFalse();
        assertThat(publication.verified()).isFalse();
        assertThat(publication.step()).isTrue();
        assertThat(publication.verified()).isTrue();
    }

    /** An empty log bucket shows nothing about the database. */
    @Test
    void nothingPublishedIsNothingVerified() {
        Publication publication = publication();
        publication.step();
        log.bucket().delete("checkpoint");
        assertThat(publication.verified()).isFalse();
    }

    private Publication publication() {
        return new Publication(log.publisher(), lock(), CHECK_EVERY, Duration.ZERO, Clock.systemUTC(), nanos::get);
    }

    private boolean anotherReplicaAtIt(BooleanSupplier meanwhile) {
        return lock().run(meanwhile);
    }

    private ReplicaLock lock() {
        return new ReplicaLock(new Transactions(log.asFollower()), "publication");
    }

    private long size(byte[] note) {
        return log.keys().open(new String(note, StandardCharsets.UTF_8)).size();
    }

    private void publishedByAnother(TreeHead head) {
        String note = log.keys().sign(head).format();
        log.bucket().put("checkpoint", note.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    private static List<NoteKeyPair> keys(String origin) {
        return List.of(
                NoteKeyPair.generate(origin, SignatureType.ED25519),
                NoteKeyPair.generate(origin, SignatureType.ML_DSA_44));
    }

    private void assertRefused(Publisher publisher, Reason reason) {
        List<String> before = keys();
        assertThatThrownBy(publisher::run).isInstanceOfSatisfying(LogRefusedException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
        assertThat(keys()).isEqualTo(before);
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("", object -> keys.add(object.key()));
        return keys;
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = log.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
