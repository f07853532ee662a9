package org.aletheia.custody.timestamping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509CRL;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aletheia.custody.log.Faults;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.TimestampView;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.testing.LogLines;
import org.aletheia.transparency.timestamp.TestAuthority;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities that answer, lie, hang or are away, on the real database and store: what holds is kept, the rest is missing. */
@Tag("it")
class TimestampingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final List<AuthorityDoor> doors = new ArrayList<>();
    private LogFixture log;
    private StubAuthority one;
    private StubAuthority two;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
        one = new StubAuthority("one", UnaryOperator.identity());
        two = new StubAuthority("two", UnaryOperator.identity());
        one.keys().clock(now::get);
        two.keys().clock(now::get);
    }

    @AfterEach
    void close() throws Exception {
        doors.forEach(AuthorityDoor::close);
        one.close();
        two.close();
        log.close();
    }

    @Test
    void bothAreAskedAboutOneCheckpointAndWhatTheyGiveIsPublished() {
        publish(5);
        step(one);
        publish(3);
        step(two);
        assertThat(view().latest())
                .containsExactly(new TimestampView.Latest("one", 5), new TimestampView.Latest("two", 5));
        TimestampFiles files = new TimestampFiles(log.bucket());
        byte[] checkpoint = files.checkpoint(5).orElseThrow();
        assertThat(new String(checkpoint, UTF_8)).isEqualTo(view().note(5).orElseThrow());
        for (StubAuthority authority : List.of(one, two)) {
            String name = authority.configured().name();
            byte[] token = files.token(5, name).orElseThrow();
            assertThat(view().token(5, name)).contains(token);
            VerifiedTimestamp verified = VerifiedTimestamp.of(
                    TimestampToken.parse(token),
                    checkpoint,
                    List.of(authority.keys().root()));
            assertThat(verified.unknown()).as("of which nothing is known").isEmpty();
            assertThat(verified.authority()).isEqualTo("CN=" + name);
        }
        assertThat(new String(log.bucket().readAll("timestamps/latest", 1000), UTF_8))
                .isEqualTo("5 one\n5 two\n");
    }

    @Test
    void oneAnIntervalAndOnlyWhereTheLogHasGrown() {
        publish(2);
        Asking asking = replica(one);
        asking.step();
        asking.step();
        publish(2);
        asking.step();
        assertThat(one.requests()).isEqualTo(1);
        later(INTERVAL);
        asking.step();
        assertThat(last(one)).isEqualTo(4);
        later(INTERVAL);
        asking.step();
        assertThat(one.requests()).as("nothing new to ask about").isEqualTo(2);
    }

    /** What was chosen while the clock was ahead is no reason to ask for nothing until that day has come. */
    @Test
    void aClockThatWasAheadForAMinuteDelaysNothing() {
        publish(2);
        later(Duration.ofDays(365));
        step(one);
        later(Duration.ofDays(-365));
        publish(2);
        step(one);
        assertThat(last(one)).isEqualTo(4);
        publish(2);
        step(one);
        assertThat(last(one)).as("one an interval all the same").isEqualTo(4);
    }

    /** Replicas' clocks differ by seconds: that is no second question. */
    @Test
    void aClockThatIsAheadALittleIsOneOfAReplica() {
        publish(2);
        later(Duration.ofSeconds(30));
        step(one);
        later(Duration.ofSeconds(-30));
        publish(2);
        step(one);
        assertThat(last(one)).isEqualTo(2);
    }

    @Test
    void aTurnThatWasTakenWhileTheClockWasAheadEnds() {
        publish(2);
        later(Duration.ofDays(365));
        assertThat(store().takeTurn("one", now.get(), now.get().plusSeconds(10), Duration.ofMinutes(5)))
                .isTrue();
        later(Duration.ofDays(-365));
        step(one);
        assertThat(last(one)).isEqualTo(2);
    }

    /** A bucket that takes no timestamps leaves receipts without them: that is as late as an authority that is away. */
    @Test
    void whatIsKeptAndNotPublishedIsOwed() {
        publish(2);
        Asking broken = replica(
                one, log.asFollower(), new Faults(0, Faults.Mode.FAILED_AND_NOT_PERSISTED).on(log.bucket()), true);
        assertThatThrownBy(broken::step).isInstanceOf(StorageUnavailableException.class);
        later(Duration.ofHours(30));
        assertThat(lag("one")).isEqualTo(Duration.ofHours(30));
        step(one);
        assertThat(lag("one")).isZero();
    }

    /** Also what nobody has chosen yet, for whatever reason. */
    @Test
    void whatWasPublishedIsOwedWhetherOrNotItWasChosen() {
        publish(2);
        later(Duration.ofHours(30));
        assertThat(store().newest()).isEmpty();
        assertThat(lag("one")).isBetween(Duration.ofHours(29), Duration.ofHours(30));
    }

    @Test
    void nothingIsAskedBeforeTheFirstPublication() {
        step(one);
        publish(0);
        step(one);
        assertThat(one.requests()).isZero();
    }

    /** Receipts under a timestamped checkpoint should hold the cosignatures that their holders ask for. */
    @Test
    void aCheckpointThatLacksCosignersIsPassedOverForOneInterval() {
        publish(2);
        Rounds rounds = new Rounds(
                new Transactions(log.asFollower()),
                log.keys(),
                new TimestampFiles(log.bucket()),
                INTERVAL,
                note -> 0,
                1);
        assertThat(rounds.current(now.get())).map(TimestampStore.Chosen::size).contains(2L);
        publish(2);
        later(INTERVAL);
        assertThat(rounds.current(now.get())).map(TimestampStore.Chosen::size).contains(2L);
        later(INTERVAL);
        assertThat(rounds.current(now.get())).map(TimestampStore.Chosen::size).contains(4L);
    }

    @Test
    void whatThisLogHasNotSignedIsNotTimestamped() throws Exception {
        publish(2);
        execute(
                log.asOwner(),
                "update log_signed_head set published_checkpoint = replace(published_checkpoint, '\n2\n', '\n3\n')");
        step(one);
        assertThat(one.requests()).isZero();
        assertThat(store().newest()).isEmpty();
    }

    /** A database that was restored to an earlier day has forgotten what it has timestamped since; the bucket has not. */
    @Test
    void whatTheBucketHoldsIsNotTimestampedAnew() {
        publish(2);
        log.bucket().put(TimestampFiles.checkpointPath(2), "published".getBytes(UTF_8), "text/plain");
        step(one);
        assertThat(one.requests()).isZero();
        publish(1);
        step(one);
        assertThat(last(one)).isEqualTo(3);
    }

    @Test
    void oneThatIsAwayIsMissingAndSaidOnceAndAskedAgain() {
        publish(2);
        one.close();
        Asking asking = replica(one);
        try (LogLines lines = LogLines.capture()) {
            for (int i = 0; i < 4; i++) {
                asking.step();
                later(Duration.ofMinutes(5));
            }
            assertThat(lines.text().lines().filter(line -> line.contains("timestamp authority one")))
                    .hasSize(1)
                    .allMatch(line -> line.contains("WARN") && line.contains("unreachable: ConnectException"));
        }
        step(two);
        assertThat(last(two)).isEqualTo(2);
        assertThat(store().owed("two")).isEmpty();
        assertThat(lag("one")).isEqualTo(Duration.ofMinutes(20));
        assertThat(view().covering(0)).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no answer in time", (authority, exchange, query) -> authority.hang()),
                fault(
                        "answers more than 262144 bytes",
                        (authority, exchange, query) -> StubAuthority.endless(exchange)),
                fault("no answer in time", (authority, exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    authority.hang();
                }),
                fault("unreachable", (authority, exchange, query) -> exchange.close()),
                fault("answers 500", (authority, exchange, query) -> StubAuthority.send(exchange, 500, new byte[3])),
                fault("answers 302", (authority, exchange, query) -> {
                    exchange.getResponseHeaders()
                            .set("Location", authority.configured().url().toString());
                    StubAuthority.send(exchange, 302, new byte[0]);
                }),
                fault(
                        "timestamp-form",
                        (authority, exchange, query) ->
                                StubAuthority.send(exchange, 200, "<html>busy</html>".getBytes(UTF_8))),
                fault(
                        "timestamp-status",
                        (authority, exchange, query) -> StubAuthority.send(
                                exchange, 200, authority.keys().refusal())),
                fault(
                        "timestamp-chain",
                        (authority, exchange, query) -> StubAuthority.send(
                                exchange,
                                200,
                                TestAuthority.named("other").make().answer(query))),
                fault("timestamp-time", (authority, exchange, query) -> {
                    authority.keys().clock(() -> Instant.now().minus(Duration.ofDays(100)));
                    StubAuthority.right(authority, exchange, query);
                }),
                fault("timestamp-revoked", (authority, exchange, query) -> {
                    authority.lists(
                            keys -> keys.revoking(Instant.now().minus(Duration.ofDays(1)), CRLReason.keyCompromise));
                    StubAuthority.right(authority, exchange, query);
                }),
                fault("timestamp-revocation", (authority, exchange, query) -> {
                    authority.listsNothing();
                    StubAuthority.right(authority, exchange, query);
                }));
    }

    private static Arguments fault(String how, StubAuthority.Answering answering) {
        return Arguments.of(how, answering);
    }

    /** Beyond a mebibyte, as those of whole nations are. */
    @Test
    void aLongRevocationListIsCarriedAlong() throws Exception {
        publish(2);
        X509CRL list = one.keys().revokingOthers(60_000);
        assertThat(list.getEncoded()).hasSizeGreaterThan(1 << 20);
        one.lists(keys -> list);
        Asking asking = replica(one);
        asking.step();
        assertThat(asking.standing()).isEqualTo("answers");
        assertThat(TimestampToken.parse(view().token(2, "one").orElseThrow()).revocationLists())
                .hasSize(1);
    }

    @Test
    void whyARevocationListIsMissingIsSaid() {
        publish(2);
        one.listsNothing();
        Asking asking = replica(one);
        asking.step();
        assertThat(asking.standing())
                .startsWith("timestamp-revocation")
                .contains("/crl")
                .endsWith("answers 404");
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("faults")
    void nothingIsKeptOfOneThatFails(String how, StubAuthority.Answering answering) {
        publish(2);
        one.does(answering);
        Asking asking = replica(one);
        long start = System.nanoTime();
        asking.step();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(3));
        assertThat(asking.standing()).startsWith(how);
        assertThat(store().last("one")).isEmpty();
        assertThat(view().note(2)).as("not timestamped by anybody").isEmpty();
        int asked = one.requests();
        asking.step();
        replica(one).step();
        assertThat(one.requests()).as("left alone, by every replica").isEqualTo(asked);
    }

    @Test
    void oneForTestsIsRefusedOutsideTheLocalStack() throws Exception {
        publish(2);
        try (StubAuthority tests = new StubAuthority("tests", TestAuthority.Making::forTests)) {
            Asking strict = replica(tests, log.asFollower(), log.bucket(), false);
            strict.step();
            assertThat(strict.standing()).isEqualTo("its certificates are those of a test");
            assertThat(store().last("tests")).isEmpty();
            later(Duration.ofMinutes(5));
            replica(tests).step();
            assertThat(last(tests)).isEqualTo(2);
        }
    }

    @Test
    void replicasDoNotAskTwice() throws Exception {
        publish(2);
        List<Callable<Boolean>> replicas = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            replicas.add(replica(one)::step);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> step : threads.invokeAll(replicas)) {
                step.get();
            }
        }
        assertThat(one.requests()).isEqualTo(1);
        assertThat(last(one)).isEqualTo(2);
    }

    /** The token of the database is the one that is published, whatever failed on the way. */
    @ParameterizedTest
    @EnumSource(Faults.Mode.class)
    void whatIsKeptIsPublishedAfterTheFailureOfAnyWrite(Faults.Mode mode) {
        for (int failing = 0; failing < 3; failing++) {
            publish(2);
            long size = 2L * (failing + 1);
            Asking broken = replica(one, log.asFollower(), new Faults(failing, mode).on(log.bucket()), true);
            assertThatThrownBy(broken::step).isInstanceOf(StorageUnavailableException.class);
            assertThat(last(one)).isEqualTo(size);
            boolean handedOut = failing == 2; // only the list of the last ones failed
            assertThat(view().note(size).isPresent()).isEqualTo(handedOut);
            step(one);
            assertThat(one.requests()).as("kept, so not asked again").isEqualTo(failing + 1);
            byte[] token = view().token(size, "one").orElseThrow();
            assertThat(new TimestampFiles(log.bucket()).token(size, "one")).contains(token);
            later(INTERVAL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timestamped_checkpoint set note = note",
                "delete from timestamped_checkpoint",
                "truncate timestamped_checkpoint cascade",
                "update checkpoint_timestamp set token = token",
                "update checkpoint_timestamp set published_at = null",
                "update checkpoint_timestamp set published_at = now()",
                "delete from checkpoint_timestamp",
                "truncate checkpoint_timestamp"
            })
    void nobodyChangesATimestamp(String sql) {
        publish(2);
        step(one);
        refused(log.asOwner(), sql);
        refused(log.asApp(), sql);
        refused(log.asFollower(), sql);
    }

    private static void refused(DataSource as, String sql) {
        assertThatThrownBy(() -> execute(as, sql)).as(sql).isInstanceOf(SQLException.class);
    }

    private static void execute(DataSource as, String sql) throws SQLException {
        try (var connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void publish(int count) {
        log.append(LogFixture.subjects(1), count);
        log.settle();
        LogHead head = new Transactions(log.asFollower()).onConnection(HeadStore::read);
        assertThat(head.publishedSize()).isEqualTo(head.size());
    }

    private void later(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    private void step(StubAuthority authority) {
        replica(authority).step();
    }

    private Asking replica(StubAuthority authority) {
        return replica(authority, log.asFollower(), log.bucket(), true);
    }

    private Asking replica(StubAuthority authority, DataSource source, ObjectStore bucket, boolean testsAllowed) {
        Transactions database = new Transactions(source);
        TimestampFiles files = new TimestampFiles(bucket);
        AuthorityDoor door = new AuthorityDoor(PATIENCE);
        doors.add(door);
        return new Asking(
                authority.configured().name(),
                new Questioner(authority.configured(), door, testsAllowed, now::get),
                new Rounds(database, log.keys(), new TimestampFiles(log.bucket()), INTERVAL, note -> 0, 0),
                database,
                files,
                new TimestampLocks(database, files, Duration.ofDays(1)),
                PATIENCE,
                now::get);
    }

    private Duration lag(String authority) {
        return new Lag(() -> 0).of(store().owed(authority), now.get());
    }

    private TimestampStore store() {
        return new TimestampStore(new Transactions(log.asFollower()));
    }

    private TimestampView view() {
        return new TimestampView(new Transactions(log.asApp()));
    }

    private long last(StubAuthority authority) {
        Optional<TimestampStore.Last> last = store().last(authority.configured().name());
        return last.orElseThrow().size();
    }
}
