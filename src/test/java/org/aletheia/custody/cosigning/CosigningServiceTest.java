package org.aletheia.custody.cosigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aletheia.custody.log.Faults;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.testing.LogLines;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TestHistory;
import org.aletheia.transparency.TreeHead;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cosigning on the real database: replicas that race, logs that contradict themselves, and what nobody may undo. */
@Tag("it")
class CosigningServiceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final List<NoteKeyPair> COSIGNING = List.of(
            NoteKeyPair.generate("own.example/log/witness", SignatureType.ED25519_COSIGNATURE),
            NoteKeyPair.generate("own.example/log/witness", SignatureType.ML_DSA_44));
    private static LogFixture database;

    private final String origin = "log.example/" + NAMES.incrementAndGet();
    private final NoteKeyPair key = NoteKeyPair.generate(origin, SignatureType.ED25519);
    private final TestHistory log = new TestHistory(1, 60).named(origin);
    private final TestHistory fork = log.forkAt(7, 2);
    private ObjectStore store;
    private boolean sound = true;

    @BeforeAll
    static void open() throws Exception {
        database = new LogFixture();
    }

    @BeforeEach
    void sound() {
        store = database.bucket();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void keepsWhatItCosignsBeforeItAnswers() {
        CosigningService service = replica();
        for (int[] step : new int[][] {{0, 0}, {0, 3}, {3, 3}, {3, 20}}) {
            CosignAnswer answer = service.add(log.request(step[0], step[1], List.of(key)));
            assertThat(answer.decision()).isInstanceOf(CosignDecision.Extends.class);
            assertThat(answer.cosignatures()).hasSize(2);
            SignedNote kept = service.lastOf(digest()).orElseThrow();
            assertThat(Checkpoint.parse(kept.text()).head()).isEqualTo(log.head(step[1]));
            assertThat(kept.signatures()).containsAll(answer.cosignatures()).hasSize(3);
            assertThat(kept.open(
                            COSIGNING.stream().map(NoteKeyPair::verifierKey).toList()))
                    .hasSize(2);
        }
        assertThat(service.lastOf("00")).isEmpty();
    }

    @Test
    void aSplitViewIsRefusedToldAndKeptWithBothSides() throws SQLException {
        CosigningService service = replica();
        service.add(log.request(0, 9, List.of(key)));
        try (LogLines lines = LogLines.capture()) {
            CosignAnswer same = service.add(fork.request(9, 9, List.of(key)));
            assertThat(same.decision()).isInstanceOf(CosignDecision.Refused.class);
            assertThat(lines.text()).contains("ERROR").contains(origin).contains("two histories");
        }
        try (LogLines lines = LogLines.capture()) {
            service.add(fork.request(9, 9, List.of(key)));
            assertThat(lines.text()).as("told once").doesNotContain("two histories");
        }
        service.add(fork.request(9, 12, List.of(key)));
        List<String> kept = rows("""
                select kind || ' ' || last_size || ' ' || offered_size || ' ' || last_note || offered_note
                from witness_contradiction where origin = '%s' order by offered_size""");
        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst())
                .startsWith("split-view 9 9 ")
                .contains(log.head(9).root().base64())
                .contains(fork.head(9).root().base64());
        assertThat(kept.getLast()).startsWith("split-view 9 12 ");
        assertThat(rows("select proof from witness_contradiction where origin = '%s' and offered_size = 12"))
                .first()
                .asString()
                .hasLineCount(fork.request(9, 12, List.of(key)).path().size());
        assertThat(Checkpoint.parse(service.lastOf(digest()).orElseThrow().text())
                        .head())
                .as("what was cosigned stays")
                .isEqualTo(log.head(9));
        assertThat(service.add(log.request(9, 12, List.of(key))).cosignatures()).hasSize(2);
        assertThat(standing(Optional.empty())).isEqualTo(new Contradictions.Standing("p", 2, 0, true));
        assertThat(standing(Optional.of(Instant.now().plusSeconds(5))).alarming())
                .isFalse();
        assertThat(standing(Optional.of(Instant.now().minusSeconds(60))).alarming())
                .isTrue();
    }

    @Test
    void whatAnyoneCouldHaveMadeUpIsKeptAndAlarmsNobody() throws SQLException {
        CosigningService service = replica();
        service.add(log.request(0, 8, List.of(key)));
        try (LogLines lines = LogLines.capture()) {
            service.add(fork.request(8, 12, List.of(key)));
            assertThat(lines.text()).contains("WARN").doesNotContain("ERROR");
        }
        assertThat(standing(Optional.empty())).isEqualTo(new Contradictions.Standing("p", 0, 1, false));
    }

    @Test
    void aSignerThatIsDownKeepsNothing() {
        CosigningService unable = service(text -> {
            throw new SignerUnavailableException("away", new IllegalStateException());
        });
        assertThatThrownBy(() -> unable.add(log.request(0, 5, List.of(key))))
                .isInstanceOf(SignerUnavailableException.class);
        assertThat(unable.lastOf(digest())).isEmpty();
    }

    /** Whatever comes between the decision and the swap: the loser decides anew, and finds that it must refuse. */
    @Test
    void aSlowerReplicaNeverCosignsBesideAFasterOne() {
        CosigningService fast = replica();
        fast.add(log.request(0, 5, List.of(key)));
        CosigningService slow = service(text -> {
            if (Checkpoint.parse(text).head().equals(fork.head(9))
                    || Checkpoint.parse(text).head().equals(log.head(9))) {
                fast.add(log.request(5, 9, List.of(key)));
            }
            return sign(text);
        });
        assertThat(slow.add(fork.request(5, 9, List.of(key))).decision())
                .isInstanceOfSatisfying(CosignDecision.Stale.class, stale -> {
                    assertThat(stale.lastSize()).isEqualTo(9);
                    assertThat(stale.contradiction()).isPresent();
                });
        assertThat(standing(Optional.empty()).splitViews()).isOne();
    }

    @Test
    void replicasThatRaceCosignOneHistory() throws Exception {
        List<TreeHead> cosigned = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<TreeHead>>> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                clients.add(threads.submit(client(i, i % 2 == 0 ? log : fork)));
            }
            for (Future<List<TreeHead>> client : clients) {
                cosigned.addAll(client.get());
            }
        }
        assertThat(cosigned).hasSizeGreaterThan(5);
        assertThat(cosigned.stream().allMatch(log::has) || cosigned.stream().allMatch(fork::has))
                .as("one history: %s", cosigned)
                .isTrue();
    }

    private Callable<List<TreeHead>> client(int seed, TestHistory history) {
        return () -> {
            Random random = new Random(seed);
            CosigningService service = replica();
            List<TreeHead> cosigned = new ArrayList<>();
            int last = 0;
            for (int i = 0; i < 60 && last < 58; i++) {
                int size = last + random.nextInt(3);
                CosignAnswer answer = service.add(history.request(last, size, List.of(key)));
                switch (answer.decision()) {
                    case CosignDecision.Extends extended -> {
                        cosigned.add(history.head(size));
                        last = size;
                    }
                    case CosignDecision.Stale stale -> last = (int) stale.lastSize();
                    case CosignDecision.Refused refused -> last = Math.max(last, 1);
                }
            }
            return cosigned;
        };
    }

    /** A database that may have been set back does not know what it has cosigned. */
    @Test
    void nothingIsCosignedInQuarantine() {
        CosigningService service = replica();
        service.add(log.request(0, 5, List.of(key)));
        sound = false;
        assertThatThrownBy(() -> service.add(log.request(5, 9, List.of(key))))
                .isInstanceOf(CosigningSuspendedException.class);
        sound = true;
        assertThat(service.add(log.request(5, 9, List.of(key))).cosignatures()).hasSize(2);
    }

    /** After it was recovered, too: the bucket remembers what the database has forgotten. */
    @Test
    void aDatabaseThatWasSetBackCosignsNoOtherHistory() throws SQLException {
        CosigningService service = replica();
        service.add(log.request(0, 5, List.of(key)));
        List<String> before = rows("select note from witness_checkpoint where origin = '%s'");
        service.add(log.request(5, 9, List.of(key)));
        setBack(5, before.getFirst());
        assertThat(service.add(fork.request(5, 12, List.of(key))).decision())
                .isEqualTo(new CosignDecision.Stale(9, Optional.empty()));
        assertThat(service.lastOf(digest()).map(SignedNote::text))
                .contains(Checkpoint.of(origin, log.head(9)).format());
        assertThat(service.add(fork.request(9, 9, List.of(key))).decision()).isInstanceOf(CosignDecision.Refused.class);
        assertThat(standing(Optional.empty()).splitViews()).isOne();
        assertThat(service.add(log.request(9, 12, List.of(key))).cosignatures()).hasSize(2);
        assertThat(rows("select size from witness_checkpoint where origin = '%s'"))
                .containsExactly("12");
        assertThat(inBucket().text())
                .isEqualTo(Checkpoint.of(origin, log.head(12)).format());
    }

    /** Who can write the bucket can keep this server from cosigning, and nothing more. */
    @Test
    void whatTheBucketRemembersIsBelievedOnlyWhereThisServerHasSignedIt() {
        CosigningService service = replica();
        service.add(log.request(0, 5, List.of(key)));
        String path = "witness/" + digest();
        SignedNote forged = signedBy(fork.head(12));
        for (String note : List.of(forged.format(), "nonsense\n")) {
            store.put(path, note.getBytes(UTF_8), "text/plain");
            assertThatThrownBy(() -> service.add(fork.request(12, 20, List.of(key))))
                    .isInstanceOf(CosigningSuspendedException.class)
                    .hasMessageContaining(path);
        }
        store.delete(path);
        assertThat(service.add(log.request(5, 9, List.of(key))).cosignatures()).hasSize(2);
        assertThat(Checkpoint.parse(inBucket().text()).head()).isEqualTo(log.head(9));
    }

    /** New keys of this server do not make it forget. */
    @Test
    void aMemoryThatIsNoLaterThanTheDatabasesNeedsNoKey() {
        replica().add(log.request(0, 5, List.of(key)));
        SignedNote unsigned = signedBy(log.head(5));
        store.put("witness/" + digest(), unsigned.format().getBytes(UTF_8), "text/plain");
        assertThat(replica().add(log.request(5, 9, List.of(key))).cosignatures())
                .hasSize(2);
        assertThat(inBucket().signatures()).hasSize(3);
    }

    @Test
    void noCosignatureLeavesBeforeTheBucketHoldsIt() {
        CosigningService service = replica();
        store = new Faults(0, Faults.Mode.FAILED_AND_NOT_PERSISTED).on(database.bucket());
        CosigningService failing = replica();
        assertThatThrownBy(() -> failing.add(log.request(0, 5, List.of(key))))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(service.add(log.request(5, 5, List.of(key))).cosignatures()).hasSize(2);
        assertThat(Checkpoint.parse(inBucket().text()).head()).isEqualTo(log.head(5));
    }

    /** A thousand genuine checkpoints with wrong proofs: anyone can send them, and a true fork looks the same at first. */
    @Test
    void whatFindsNoRoomIsToldAllTheSame() throws SQLException {
        CosigningService service = replica();
        service.add(log.request(0, 8, List.of(key)));
        service.add(fork.request(8, 11, List.of(key)));
        execute(database.asApp(), """
                insert into witness_contradiction
                select gen_random_uuid(), origin, kind, last_size, last_note, 1000 + n, offered_root, offered_note, old_size,
                       proof, found_at
                from witness_contradiction, generate_series(1, 999) n where origin = '%s'""".formatted(origin));
        try (LogLines lines = LogLines.capture()) {
            service.add(fork.request(8, 11, List.of(key)));
            assertThat(lines.text()).as("known").doesNotContain("ERROR");
            service.add(fork.request(8, 12, List.of(key)));
            service.add(fork.request(8, 13, List.of(key)));
            assertThat(lines.text().lines().filter(line -> line.contains("ERROR")))
                    .as("once a minute")
                    .hasSize(1)
                    .allMatch(line -> line.contains(origin)
                            && line.contains("not kept")
                            && line.contains(fork.head(12).root().toString()));
        }
        assertThat(standing(Optional.empty()).unproven()).isEqualTo(1000);
    }

    /** As a backup would: past the trigger. */
    private void setBack(long size, String note) throws SQLException {
        execute(database.asOwner(), "alter table witness_checkpoint disable trigger guard");
        execute(
                database.asOwner(),
                "update witness_checkpoint set size = %d, note = '%s', root = '\\x%s' where origin = '%s'"
                        .formatted(
                                size,
                                note,
                                HexFormat.of()
                                        .formatHex(log.head((int) size).root().bytes()),
                                origin));
        execute(database.asOwner(), "alter table witness_checkpoint enable trigger guard");
    }

    /** By the log alone. */
    private SignedNote signedBy(TreeHead head) {
        return SignedNote.sign(Checkpoint.of(origin, head).format(), List.of(key.signer(Clock.systemUTC())));
    }

    private SignedNote inBucket() {
        return SignedNote.parse(database.bucket().readAll("witness/" + digest(), 1 << 20));
    }

    private static void execute(DataSource as, String sql) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update witness_contradiction set kind = kind",
                "delete from witness_contradiction",
                "truncate witness_contradiction",
                "delete from witness_checkpoint",
                "truncate witness_checkpoint",
                "update witness_checkpoint set size = size - 1",
                "update witness_checkpoint set root = sha256(root)",
                "update witness_checkpoint set origin = origin || 'x'"
            })
    void nobodyUndoesWhatWasCosignedOrFound(String sql) {
        CosigningService service = replica();
        service.add(log.request(0, 9, List.of(key)));
        service.add(fork.request(9, 9, List.of(key)));
        assertRefused(database.asOwner(), sql, "23001");
        boolean granted = sql.startsWith("update witness_checkpoint");
        assertRefused(database.asApp(), sql, granted ? "23001" : "42501");
        assertRefused(database.asFollower(), sql, "42501");
    }

    @Test
    void settingsThatCannotBeRightStopTheStart() {
        assertThatThrownBy(() -> Partner.all(config("a", "b.example", key.verifierKey())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aletheia.witness.partners.a.vkeys");
        assertThatThrownBy(() ->
                        Partner.all(() -> Map.of("a", new Settings(origin, List.of("nonsense"), Optional.empty()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vkey-form");
        assertThatThrownBy(() -> new CosigningService(
                        config("a", origin, key.verifierKey()),
                        () -> origin,
                        purpose -> new LocalSigner(COSIGNING, Clock.systemUTC()),
                        database.asApp(),
                        () -> true,
                        bucket -> database.bucket(),
                        Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("itself");
    }

    private Contradictions.Standing standing(Optional<Instant> examinedUntil) {
        CosigningConfig config =
                () -> Map.of("p", new Settings(origin, List.of(key.verifierKey().format()), examinedUntil));
        return new Contradictions(config, database.asApp()).standings().getFirst();
    }

    private CosigningService replica() {
        return service(CosigningServiceTest::sign);
    }

    private static SignedNote sign(String text) {
        return new LocalSigner(COSIGNING, Clock.systemUTC()).sign(text);
    }

    private CosigningService service(java.util.function.Function<String, SignedNote> signing) {
        Signer signer = new Signer() {
            @Override
            public List<NoteVerifierKey> verifierKeys() {
                return COSIGNING.stream().map(NoteKeyPair::verifierKey).toList();
            }

            @Override
            public SignedNote sign(String noteText) {
                return signing.apply(noteText);
            }
        };
        return new CosigningService(
                config("p", origin, key.verifierKey()),
                () -> "own.example/log",
                purpose -> {
                    assertThat(purpose).isEqualTo(SigningPurpose.COSIGNING);
                    return signer;
                },
                database.asApp(),
                () -> sound,
                bucket -> {
                    assertThat(bucket).isEqualTo(Bucket.LOG);
                    return store;
                },
                Clock.systemUTC());
    }

    private static CosigningConfig config(String name, String origin, NoteVerifierKey key) {
        return () -> Map.of(name, new Settings(origin, List.of(key.format()), Optional.empty()));
    }

    private record Settings(String origin, List<String> vkeys, Optional<Instant> examinedUntil)
            implements CosigningConfig.Partner {}

    private String digest() {
        return org.aletheia.kernel.Digest.sha256(origin.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.asOwner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql.formatted(origin))) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static void assertRefused(DataSource role, String sql, String state) {
        assertThatThrownBy(() -> {
                    try (Connection connection = role.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
