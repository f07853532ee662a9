package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.aletheia.custody.Subject;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.CosignersConfig;
import org.aletheia.custody.cosigning.StubCosigner;
import org.aletheia.custody.cosigning.TestCosigners;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.fsck.CheckpointCheck;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.custody.fsck.FsckOptions;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.testing.LogLines;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which checkpoints there are, and that they stay. */
@Tag("it")
class CheckpointsTest {
    private final List<Subject> subjects = LogFixture.subjects(1);
    private LogFixture log;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void everyPublishedCheckpointStaysUnderItsSizeAsItWas() {
        Map<Long, String> published = new TreeMap<>();
        for (int count : new int[] {1, 200, 100, 300}) {
            log.append(subjects, count);
            log.settle();
            String note = text("checkpoint");
            published.put(log.keys().open(note).size(), note);
        }
        assertThat(published).hasSize(4);
        published.forEach((size, note) ->
                assertThat(new LogBucket(log.bucket()).checkpoint(size)).contains(note));
    }

    @Test
    void nothingIsPublishedWhereTheLogHasNotGrown() {
        log.append(subjects, 3);
        log.settle();
        String before = text("checkpoint");
        assertThat(log.publisher().run()).isFalse();
        assertThat(text("checkpoint")).isEqualTo(before);
        assertThat(kept()).containsExactly("checkpoints/3");
    }

    /** Two replicas that both see events come: what one has just published holds the other back, also when it has just started. */
    @Test
    void replicasTogetherPublishNoMoreOftenThanIsSaid() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        Publication one = publication(every, now.plusSeconds(5));
        more();
        assertThat(one.step()).isTrue();
        more();
        assertThat(one.step()).isFalse();
        assertThat(publication(every, now.plusSeconds(5)).step())
                .as("another one, whose first look is due")
                .isFalse();
        assertThat(kept()).containsExactly("checkpoints/2");
        Publication later = publication(every, now.plus(every).plusSeconds(60));
        assertThat(later.step()).isTrue();
        more();
        assertThat(one.step()).isFalse();
        assertThat(publication(every, now.minus(every)).step())
                .as("a clock that was set back")
                .isTrue();
        assertThat(kept()).containsExactly("checkpoints/2", "checkpoints/4", "checkpoints/6");
    }

    /** What was signed is published whatever else: a failure of that is neither forgotten nor a reason for one more. */
    @Test
    void afterAFailureWhatWasSignedIsPublishedAndNothingMore() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        more();
        int afterTheOnlyBundleAndItsTile = 2;
        Faults faults = new Faults(afterTheOnlyBundleAndItsTile, Faults.Mode.FAILED_AND_NOT_PERSISTED);
        Publication failing = publication(
                log.publisher(log.asFollower(), faults.on(log.bucket()), log.keys()), every, now.plusSeconds(5));
        assertThatThrownBy(failing::step).isInstanceOf(StorageUnavailableException.class);
        more();
        assertThat(failing.step()).isTrue();
        assertThat(kept()).containsExactly("checkpoints/2");
        assertThat(failing.step()).as("too soon for the rest").isFalse();
    }

    /** A replica that is always too late for its own still learns whether the journal is the one that was published. */
    @Test
    void whoMayNotPublishYetComparesAllTheSame() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        more();
        assertThat(publication(every, now.plusSeconds(5)).step()).isTrue();
        more();
        Publication other = publication(every, now.plusSeconds(5));
        assertThat(other.step()).isFalse();
        assertThat(other.verified()).isTrue();
        log.bucket().put("checkpoint", "nonsense\n".getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThatThrownBy(publication(every, now.plusSeconds(5))::step).isInstanceOf(LogRefusedException.class);
    }

    /** Paused between its cosigners' answers and the bucket; meanwhile others publish that one, and a later one. */
    @Test
    void aReplicaThatWasPausedTakesNothingBack() {
        more();
        AtomicBoolean paused = new AtomicBoolean();
        ObjectStore slow = before("putOver", log.bucket(), () -> {
            if (paused.compareAndSet(false, true)) {
                log.publisher().run();
                more();
                log.publisher().run();
            }
        });
        Publisher late = log.publisher(log.asFollower(), slow, log.keys());
        assertThatThrownBy(late::run).isInstanceOf(LostRaceException.class);
        assertThat(log.keys().open(text("checkpoint")).size()).isEqualTo(4);
        assertThat(kept()).containsExactly("checkpoints/2", "checkpoints/4");
    }

    /** Somebody else's cosignature under the same size stays, whichever of the two was written first. */
    @Test
    void cosignaturesOfTwoReplicasAreMerged() throws Exception {
        more();
        List<NoteVerifierKey> keys = log.signer().verifierKeys();
        try (StubCosigner one = new StubCosigner("one.example/witness", log.origin, keys);
                StubCosigner two = new StubCosigner("two.example/witness", log.origin, keys)) {
            Map<String, CosignersConfig.Asked> asked = Map.of("one", one.asked(), "two", two.asked());
            Cosigners first = TestCosigners.of(0, Duration.ofSeconds(5), asked);
            Cosigners second = TestCosigners.of(0, Duration.ofSeconds(5), asked);
            two.fault(answer -> new StubCosigner.Answer(503, ""));
            AtomicBoolean paused = new AtomicBoolean();
            ObjectStore slow = before("putOver", log.bucket(), () -> {
                if (paused.compareAndSet(false, true)) {
                    two.fault(UnaryOperator.identity());
                    one.fault(answer -> new StubCosigner.Answer(503, ""));
                    log.publisher(log.asFollower(), log.bucket(), log.keys(), second)
                            .run();
                }
            });
            log.publisher(log.asFollower(), slow, log.keys(), first).run();
            assertThat(first.count(text("checkpoints/2"))).isEqualTo(2);
            assertThat(first.count(text("checkpoint"))).isEqualTo(2);
            first.close();
            second.close();
        }
    }

    @Test
    void anotherTreeUnderTheSameSizeIsAForkAndStays() {
        String other =
                log.keys().sign(new TreeHead(2, TreeHash.leaf(new byte[] {1}))).format();
        log.bucket().put("checkpoints/2", other.getBytes(StandardCharsets.UTF_8), "text/plain");
        more();
        assertThatThrownBy(log.publisher()::run).isInstanceOf(LogRefusedException.class);
        assertThat(text("checkpoints/2")).isEqualTo(other);
    }

    /** Those that get no more cosignatures are locked, as full tiles are; the latest is not. */
    @Test
    void whatWasReplacedAsTheLatestIsLocked() {
        for (int i = 0; i < 3; i++) {
            more();
            log.publisher().run();
        }
        log.bucket().delete("checkpoints/2");
        Map<String, Instant> locked = new TreeMap<>();
        ObjectStore locking = locking(log.bucket(), locked);
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        CheckpointLocks locks = new CheckpointLocks(
                new Transactions(log.asFollower()), new LogBucket(locking), Duration.ofDays(10), clock);
        try (LogLines lines = LogLines.capture()) {
            locks.run();
            assertThat(lines.text()).contains("ERROR").contains("checkpoints/2");
        }
        assertThat(locked).isEqualTo(Map.of("checkpoints/4", Instant.parse("2027-01-11T00:00:00Z")));
        more();
        log.publisher().run();
        locks.run();
        assertThat(locked).containsOnlyKeys("checkpoints/4", "checkpoints/6");
    }

    @Test
    void fsckFindsEachFaultOfThem() {
        for (int i = 0; i < 3; i++) {
            more();
            log.publisher().run();
        }
        assertThat(faults()).isEmpty();
        byte[] sound = log.bucket().readAll("checkpoints/2", 1 << 20);
        byte[] other = log.bucket().readAll("checkpoints/4", 1 << 20);
        log.bucket().put("checkpoints/2", other, "text/plain");
        assertThat(faults()).containsExactly("published-altered checkpoints/2");
        log.bucket().put("checkpoints/2", sound, "text/plain");
        log.bucket().delete("checkpoints/4");
        assertThat(faults()).containsExactly("published-missing checkpoints/4");
        log.bucket().put("checkpoints/4", new byte[] {'x', '\n'}, "text/plain");
        assertThat(faults()).containsExactly("checkpoint-foreign checkpoints/4");
        log.bucket().put("checkpoints/4", signed(4), "text/plain");
        assertThat(faults()).containsExactly("published-fork checkpoints/4");
        log.bucket().put("checkpoints/4", other, "text/plain");
        log.bucket().put("checkpoints/5", signed(5), "text/plain");
        assertThat(faults()).as("that nobody has published").containsExactly("published-fork checkpoints/5");
        log.bucket()
                .put("checkpoints/5", log.keys().sign(tree(5)).format().getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(faults()).as("one that a crash left").isEmpty();
        log.bucket().put("checkpoints/90", signed(90), "text/plain");
        assertThat(faults()).containsExactly("published-ahead checkpoints/90");
    }

    private byte[] signed(long size) {
        return log.keys()
                .sign(new TreeHead(size, TreeHash.leaf(new byte[] {1})))
                .format()
                .getBytes(StandardCharsets.UTF_8);
    }

    private TreeHead tree(long size) {
        TileHashReader rows = new TileHashReader(new TreeStore(new Transactions(log.asFollower())), size);
        return new TreeHead(size, new TreeProofs(rows).root(size));
    }

    /** Code and place of each. */
    private List<String> faults() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Fsck(FsckOptions.parse(List.of("--json")), new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(List.of(new CheckpointCheck(log.asFollower(), new LogBucket(log.bucket()), log.keys())));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line ->
                        (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8))))
                .filter(finding -> "fault".equals(finding.get("severity")))
                .map(finding -> finding.get("code") + " " + finding.get("where"))
                .toList();
    }

    /** The real bucket, and something that happens before one of its methods. */
    private static ObjectStore before(String name, ObjectStore store, Runnable first) {
        return proxy(store, (method, arguments) -> {
            if (method.equals(name)) {
                first.run();
            }
            return Optional.empty();
        });
    }

    /** The real bucket as if it had Object Lock: which this one has not. */
    private static ObjectStore locking(ObjectStore store, Map<String, Instant> locked) {
        return proxy(store, (method, arguments) -> switch (method) {
            case "locks" -> Optional.of(true);
            case "retainAtLeast" -> {
                String key = (String) arguments[0];
                if (store.stat(key).isEmpty()) {
                    throw new ObjectMissingException(Bucket.LOG);
                }
                locked.put(key, (Instant) arguments[1]);
                yield Optional.of(true);
            }
            default -> Optional.empty();
        });
    }

    private static ObjectStore proxy(ObjectStore store, BiFunction<String, Object[], Optional<Object>> instead) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    Optional<Object> answer = instead.apply(method.getName(), arguments);
                    try {
                        return answer.isPresent() ? answer.get() : method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whatWaitsWaitsForNoLongerThanIsSaid() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        publication(every, now).step();
        assertThat(publication(every, now).left()).as("nothing waits").isEmpty();
        more();
        assertThat(publication(every, now.plusSeconds(60)).left().orElseThrow())
                .isBetween(every.minusSeconds(90), every.minusSeconds(30));
        assertThat(publication(every, now.plus(every).plusSeconds(60)).left()).contains(Duration.ZERO);
    }

    private void more() {
        log.append(subjects, 2);
        log.sequencer(10).run();
    }

    private Publication publication(Duration every, Instant now) {
        return publication(log.publisher(), every, now);
    }

    private Publication publication(Publisher publisher, Duration every, Instant now) {
        return new Publication(
                publisher,
                new ReplicaLock(new Transactions(log.asFollower()), "publication"),
                Duration.ofDays(1),
                every,
                () -> now,
                () -> 0);
    }

    private List<String> kept() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("checkpoints/", object -> keys.add(object.key()));
        return keys;
    }

    private String text(String key) {
        return new String(log.bucket().readAll(key, 1 << 20), StandardCharsets.UTF_8);
    }
}
