package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.CosignersConfig;
import org.aletheia.custody.cosigning.StubCosigner;
import org.aletheia.custody.cosigning.StubCosigner.Answer;
import org.aletheia.custody.cosigning.TestCosigners;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testing.LogLines;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Publication with cosigners that answer, are late, lie or are away: the log goes on, and carries what holds. */
@Tag("it")
class CosignedPublicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<UUID> events = new ArrayList<>();
    private LogFixture log;
    private StubCosigner one;
    private StubCosigner two;
    private Cosigners cosigners;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
        List<NoteVerifierKey> keys =
                log.keyPairs.stream().map(NoteKeyPair::verifierKey).toList();
        one = new StubCosigner("one.example/witness", log.origin, keys);
        two = new StubCosigner("two.example/witness", log.origin, keys);
        cosigners = replica();
    }

    @AfterEach
    void close() throws Exception {
        one.close();
        two.close();
        log.close();
    }

    @Test
    void thePublishedCheckpointCarriesAllCosignatures() throws Exception {
        publish(0);
        for (int count : new int[] {1, 2, 253, 300}) {
            publish(count);
            assertThat(cosigners.count(published())).isEqualTo(2);
            SignedNote note = SignedNote.parse(published());
            assertThat(note.signatures()).hasSize(6);
            List<NoteVerifierKey> all = new ArrayList<>(one.verifierKeys());
            all.addAll(two.verifierKeys());
            all.addAll(log.signer().verifierKeys());
            assertThat(note.open(all)).hasSize(6);
            assertThat(inBucket()).isEqualTo(published());
        }
        WholeLog.verify(log, events);
        assertThat(one.requests()).as("one question for each publication").isEqualTo(5);
    }

    /** Another replica, or one that was started again, does not know what was cosigned last, and is told. */
    @Test
    void whoDoesNotKnowTheLastSizeIsToldAndAsksOnceMore() {
        publish(10);
        cosigners = replica();
        publish(10);
        assertThat(cosigners.count(published())).isEqualTo(2);
        assertThat(one.requests()).isEqualTo(3);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("hangs up", answer -> {
                    throw new IllegalStateException("hangs up");
                }),
                fault("is late", answer -> {
                    try {
                        Thread.sleep(PATIENCE.plusSeconds(3));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return answer;
                }),
                fault("refuses", answer -> new Answer(422, "inconsistent\n")),
                fault("forbids", answer -> new Answer(403, "")),
                fault("redirects", answer -> new Answer(302, "")),
                fault("knows a larger tree", answer -> new Answer(409, "1000000\n")),
                fault("names no size", answer -> new Answer(409, "many\n")),
                fault("names a negative size", answer -> new Answer(409, "-1\n")),
                fault("always names a size", answer -> new Answer(409, "0\n")),
                fault("answers nothing", answer -> new Answer(200, "")),
                fault("answers no signature", answer -> new Answer(200, "<html>\n")),
                fault("answers without end", answer -> new Answer(200, "x".repeat(1 << 20))),
                fault(
                        "signs something else",
                        answer -> new Answer(200, answer.body().replaceAll("[A-D]", "E"))),
                fault(
                        "signs as another",
                        answer -> new Answer(200, answer.body().replace("one.", "two."))));
    }

    private static Arguments fault(String name, UnaryOperator<Answer> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void oneWhoFailsIsMissingAndNothingElse(String name, UnaryOperator<Answer> change) throws Exception {
        publish(3);
        one.fault(change);
        long start = System.nanoTime();
        publish(5);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusSeconds(2));
        assertThat(cosigners.count(published())).isEqualTo(1);
        assertThat(SignedNote.parse(published()).open(two.verifierKeys())).hasSize(2);
        WholeLog.verify(log, events);

        int asked = one.requests();
        publish(1);
        assertThat(one.requests()).as("left alone for a time").isEqualTo(asked);
        assertThat(cosigners.count(published())).isEqualTo(1);

        one.fault(UnaryOperator.identity());
        cosigners = replica();
        assertThat(publisher().run()).as("asked again though nothing new came").isTrue();
        assertThat(cosigners.count(published())).isEqualTo(2);
        assertThat(inBucket()).isEqualTo(published());
        WholeLog.verify(log, events);
        assertThat(publisher().run()).isFalse();
    }

    /** Once may be a replica that was slower than another; twice is a log that was set back, or a cosigner that errs. */
    @Test
    void whoContradictsThisLogAgainIsAnAlarm() {
        AtomicLong nanos = new AtomicLong();
        cosigners = TestCosigners.of(1, PATIENCE, Map.of("one", one.asked()), Clock.systemUTC(), nanos::get);
        publish(3);
        one.fault(answer -> new Answer(409, "1000000\n"));
        try (LogLines lines = LogLines.capture()) {
            publish(1);
            assertThat(lines.text()).contains("WARN").contains("1000000").doesNotContain("ERROR");
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            publisher().run();
            assertThat(lines.text()).contains("ERROR");
        }
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        one.fault(UnaryOperator.identity());
        publish(1);
        assertThat(cosigners.count(published())).isEqualTo(1);
    }

    /** Waits are of this process: a clock that is set back meanwhile makes none of them longer. */
    @Test
    void aClockThatIsSetBackLeavesNobodyAlone() {
        AtomicLong nanos = new AtomicLong();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        Clock clock = new MovedClock(now);
        cosigners = TestCosigners.of(1, PATIENCE, Map.of("one", one.asked()), clock, nanos::get);
        one.fault(answer -> new Answer(503, ""));
        publish(3);
        assertThat(cosigners.count(published())).isZero();
        one.fault(UnaryOperator.identity());
        now.updateAndGet(before -> before.minusSeconds(100));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        publish(1);
        assertThat(cosigners.count(published())).isEqualTo(1);
    }

    /** Each of three cosigners may have some keys: together more than a note has room for. */
    @Test
    void moreKeysThanANoteHasRoomForStopTheStart() {
        List<String> many = Stream.generate(
                        () -> NoteKeyPair.generate("many.example/witness", SignatureType.ED25519_COSIGNATURE))
                .limit(57)
                .map(pair -> pair.verifierKey().format())
                .toList();
        Map<String, CosignersConfig.Asked> one57 =
                Map.of("many", new TestCosigners.Asked(one.asked().url(), many));
        assertThatThrownBy(() -> TestCosigners.of(0, PATIENCE, one57))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aletheia.cosigners.asked.many.vkeys")
                .hasMessageContaining("56");
        Map<String, CosignersConfig.Asked> together =
                Map.of("many", new TestCosigners.Asked(one.asked().url(), many.subList(0, 55)), "two", two.asked());
        assertThatThrownBy(() -> TestCosigners.of(0, PATIENCE, together))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("56 vkeys in all");
    }

    /** Whatever was configured: a note that nobody reads would stop publication. */
    @Test
    void aNoteNeverHasMoreSignaturesThanAreRead() {
        publish(3);
        SignedNote signed = SignedNote.parse(published());
        SignedNote bare = new SignedNote(
                signed.text(),
                signed.signatures().stream()
                        .filter(signature -> signature.name().equals(log.origin))
                        .toList());
        assertThat(SignedNote.parse(cosigners.cosignedAs(padded(bare), published()))
                        .signatures())
                .hasSize(SignedNote.MAX_SIGNATURES);
    }

    /** With the log's own signatures so often that there is room for one more. */
    private static String padded(SignedNote note) {
        NoteSignature first = note.signatures().getFirst();
        return note.with(Collections.nCopies(
                        SignedNote.MAX_SIGNATURES - note.signatures().size() - 1, first))
                .format();
    }

    private static final class MovedClock extends Clock {
        private final AtomicReference<Instant> now;

        MovedClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void nobodyThereIsNobodyWaitedFor() throws Exception {
        one.close();
        two.close();
        publish(5);
        assertThat(cosigners.count(published())).isZero();
        assertThat(cosigners.needed()).isEqualTo(2);
        WholeLog.verify(log, events);
    }

    /** The bucket holds a cosigned checkpoint that the database does not know: its cosignatures that hold are taken over. */
    @ParameterizedTest
    @EnumSource(Faults.Mode.class)
    void cosignaturesSurviveTheFailureOfAnyEffect(Faults.Mode mode) throws Exception {
        publish(3);
        for (int failing = 0; failing < 8; failing++) {
            events.addAll(log.append(LogFixture.subjects(1), 2));
            log.sequencer(100).run();
            Faults faults = new Faults(failing, mode);
            try {
                log.publisher(faults.on(log.asFollower()), faults.on(log.bucket()), log.keys(), cosigners)
                        .run();
            } catch (DatabaseFailure | StorageUnavailableException e) {
                // what a worker answers with another try
            }
            publisher().run();
            assertThat(cosigners.count(published()))
                    .as("after effect %d", failing)
                    .isEqualTo(2);
            assertThat(cosigners.count(inBucket())).isEqualTo(2);
            WholeLog.verify(log, events);
        }
    }

    /** Who can write the bucket adds a line that would make every reader who knows the cosigner refuse the note. */
    @Test
    void aSpoiltCosignatureIsNotTakenOver() throws Exception {
        publish(3);
        String before = published();
        publish(2);
        String spoilt = published()
                + SignedNote.parse(before).signatures().stream()
                        .filter(signature -> signature.name().startsWith("one."))
                        .findFirst()
                        .orElseThrow()
                        .format();
        log.bucket().put("checkpoint", spoilt.getBytes(StandardCharsets.UTF_8), "text/plain");
        new Transactions(log.asFollower()).commit(connection -> {
            try (var update = connection.prepareStatement(
                    "update log_signed_head set published_size = 3, published_checkpoint = ?")) {
                update.setString(1, before);
                return update.executeUpdate();
            }
        });
        publisher().run();
        SignedNote note = SignedNote.parse(published());
        assertThat(note.open(one.verifierKeys())).hasSize(2);
        assertThat(cosigners.count(published())).isEqualTo(2);
    }

    private void publish(int count) {
        if (count > 0) {
            events.addAll(log.append(LogFixture.subjects(1), count));
        }
        log.sequencer(1000).run();
        publisher().run();
    }

    private Publisher publisher() {
        return log.publisher(log.asFollower(), log.bucket(), log.keys(), cosigners);
    }

    /** Its time stands still, so that whoever is left alone is left alone until another replica asks. */
    private Cosigners replica() {
        Clock stopped = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        return TestCosigners.of(2, PATIENCE, Map.of("one", one.asked(), "two", two.asked()), stopped, () -> 0);
    }

    private String published() {
        LogHead head = new Transactions(log.asFollower()).onConnection(HeadStore::read);
        return String.valueOf(head.publishedCheckpoint());
    }

    private String inBucket() {
        return new String(log.bucket().readAll("checkpoint", 1 << 20), StandardCharsets.UTF_8);
    }
}
