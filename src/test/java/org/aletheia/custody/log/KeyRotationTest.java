package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.aletheia.custody.Subject;
import org.aletheia.custody.keys.KeyChange;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.keys.Keyring;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.signing.FileSigningKeys;
import org.aletheia.platform.signing.KeyFile;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are exchanged while the log goes on: who signs when, who can follow, and what a set-back database forgets. */
@Tag("it")
class KeyRotationTest {
    @TempDir
    Path directory;

    private final List<Subject> subjects = LogFixture.subjects(2);
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
    void oldAndNewKeysSignUntilTheOldOneIsRetired() {
        Keyring keyring = keyring(directory);
        List<NoteVerifierKey> old = active(keyring);
        grow(keyring);
        assertThat(signers(keyring)).isEqualTo(Set.copyOf(old));

        change().rotate(SigningPurpose.CHECKPOINT);
        assertThatThrownBy(() -> change().retire(labels(old)))
                .isInstanceOf(KeyChange.RefusedException.class)
                .hasMessageContaining("published");
        grow(keyring); // the event of the change
        List<NoteVerifierKey> both = active(keyring);
        assertThat(both).hasSize(4).containsAll(old);
        assertThat(signers(keyring)).isEqualTo(Set.copyOf(both));

        change().retire(labels(old));
        grow(keyring);
        List<NoteVerifierKey> fresh = active(keyring);
        assertThat(fresh).hasSize(2).doesNotContainAnyElementsOf(old);
        assertThat(signers(keyring)).isEqualTo(Set.copyOf(fresh));

        KeyHistory history = published();
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.vouchedBy(old)).isEqualTo(3);
        assertThat(history.vouchedBy(fresh)).isEqualTo(3);
        assertThat(told()).isEqualTo(2);
    }

    /** Nothing that covers the event of a change is signed by keys of before alone, also where nobody looked at the lists. */
    @Test
    void aReplicaThatDoesNotKnowOfAChangeFollowsBeforeItSigns() {
        Keyring slow = keyring(directory);
        grow(slow);
        int before = slow.history().size();
        change().rotate(SigningPurpose.CHECKPOINT);
        assertThat(slow.history().size()).isEqualTo(before);
        settle(slow);
        assertThat(signers(slow)).hasSize(4);
    }

    @Test
    void aRevokedKeySignsNoMoreAndItsSuccessorIsThereAtOnce() {
        Keyring keyring = keyring(directory);
        grow(keyring);
        NoteVerifierKey stolen = active(keyring).getFirst();
        Instant since = Instant.now().minusSeconds(3600);
        KeyHistory history = change().revoke(stolen.label(), since);
        String before = note();
        LogKeys keys = new LogKeys(log.origin, keyring.of(SigningPurpose.CHECKPOINT), keyring::upTo);
        assertThat(keys.genuine(before)).isPresent();
        grow(keyring);
        assertThat(signers(keyring)).hasSize(2).doesNotContain(stolen);
        assertThat(keys.open(before)).as("in the own bucket").isNotNull();
        assertThat(keys.genuine(before)).as("shown by somebody else").isEmpty();
        assertThat(keys.genuine(note())).isPresent();
        assertThat(history.newest().of(stolen).orElseThrow().since()).isEqualTo(since.truncatedTo(ChronoUnit.SECONDS));
        assertThatThrownBy(() -> change().revoke(stolen.label(), since)).isInstanceOf(KeyChange.RefusedException.class);
        assertThatThrownBy(() -> change().revoke(
                                active(keyring).getFirst().label(),
                                Instant.now().plusSeconds(60)))
                .isInstanceOf(KeyChange.RefusedException.class);
    }

    @Test
    void theOnlyKeyOfAKindIsNotRetired() {
        Keyring keyring = keyring(directory);
        String only = active(keyring).getLast().label();
        assertThatThrownBy(() -> change().retire(List.of(only)))
                .isInstanceOf(KeyChange.RefusedException.class)
                .hasMessageContaining("rotate first");
        assertThatThrownBy(() -> change().retire(List.of("nobody+00000000")))
                .isInstanceOf(KeyChange.RefusedException.class);
    }

    @Test
    void keysOfAnInterruptedRotationAreTakenByTheNext() {
        Keyring keyring = keyring(directory);
        keyring.history();
        NoteVerifierKey left = held().make(SigningPurpose.PROMISE, SignatureType.ED25519, 2);
        KeyHistory history = change().rotate(SigningPurpose.PROMISE);
        assertThat(history.newest().active()).contains(left);
        assertThat(held().held(SigningPurpose.PROMISE)).hasSize(2);
    }

    @Test
    void serversThatStartAtOnceMakeOneFirstList() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<KeyHistory>> begun = threads.invokeAll(
                    Collections.nCopies(8, () -> keyring(directory).history()));
            Set<String> lists = begun.stream()
                    .map(Future::resultNow)
                    .map(KeyHistory::format)
                    .collect(Collectors.toSet());
            assertThat(lists).hasSize(1);
        }
        assertThat(published().size()).isEqualTo(1);
    }

    @Test
    void changesAtOnceHaveOneWinner() {
        Keyring keyring = keyring(directory);
        keyring.history();
        KeyLists lists = lists();
        KeyHistory before = lists.settled().orElseThrow();
        change().rotate(SigningPurpose.PROMISE);
        assertThat(before.size()).isEqualTo(1);
        assertThat(lists.settled().orElseThrow().size()).isEqualTo(2);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatWasSetBackTakesItsListsFromTheBucket() throws Exception {
        Keyring keyring = keyring(directory);
        grow(keyring);
        List<NoteVerifierKey> old = active(keyring);
        log.backUp();
        change().rotate(SigningPurpose.CHECKPOINT);
        grow(keyring(directory));
        change().retire(labels(old));
        grow(keyring(directory));
        log.restore();
        Keyring restored = keyring(directory);
        assertThat(restored.history().size()).isEqualTo(3);
        assertThat(log.size("log_key_list")).isEqualTo(3);
        assertThat(active(restored)).doesNotContainAnyElementsOf(old);
        // the log itself was set back, too: that is noticed, and not taken for a checkpoint of strangers
        assertThatThrownBy(() -> publisher(restored).run())
                .isInstanceOfSatisfying(LogRefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(LogRefusedException.Reason.EVENTS_MISSING));
    }

    @Test
    void aListThatTheBucketLacksIsPutThereAgain() {
        Keyring keyring = keyring(directory);
        keyring.history();
        change().rotate(SigningPurpose.PROMISE);
        byte[] list = log.bucket().readAll("keys/2", 1 << 20);
        log.bucket().delete("keys/2");
        keyring.look();
        assertThat(log.bucket().readAll("keys/2", 1 << 20)).isEqualTo(list);
    }

    @Test
    void aLogFromBeforeListsWereKeptBeginsWithTheKeysThatSignedIt() {
        SigningKeys held = held();
        List<NoteVerifierKey> signed = held.heldOrMade(SigningPurpose.CHECKPOINT);
        log.append(subjects, 3);
        log.sequencer(100).run();
        signedWithoutLists(held);
        Keyring keyring = keyring(directory);
        assertThat(active(keyring)).isEqualTo(signed);
        grow(keyring);
        assertThat(signers(keyring)).isEqualTo(Set.copyOf(signed));
    }

    @Test
    void otherKeysThanThoseOfTheLogBeginNoList(@TempDir Path other) {
        log.append(subjects, 3);
        log.sequencer(100).run();
        signedWithoutLists(held());
        assertThatThrownBy(() -> keyring(other).history())
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageContaining("aletheia.keys.directory");
        assertThat(log.size("log_key_list")).isZero();
    }

    @Test
    void aKeyThatIsNotHeldIsNamedAndNothingIsSigned() throws Exception {
        Keyring keyring = keyring(directory);
        grow(keyring);
        change().rotate(SigningPurpose.CHECKPOINT);
        Files.delete(directory.resolve("checkpoint-ed25519-2.key"));
        Keyring without = keyring(directory);
        log.append(subjects, 1);
        log.sequencer(100).run();
        assertThatThrownBy(() -> publisher(without).run())
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageContaining("aletheia.keys.directory");
    }

    @Test
    void alteredListsAreNotFollowed() throws Exception {
        keyring(directory).history();
        try (var connection = log.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table log_key_list disable trigger user");
            statement.execute("update log_key_list set list = replace(list, 'active', 'retired')");
        }
        assertThatThrownBy(() -> keyring(directory).history())
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageContaining("log_key_list");
    }

    /** Right in itself, but of keys that somebody else has made. */
    @Test
    void listsOfOthersAreNotFollowedWhereverTheyWerePut(@TempDir Path thief) throws Exception {
        log.keyring(thief, log.asFollower(), log.bucket()).history();
        held().heldOrMade(SigningPurpose.CHECKPOINT);
        assertForeign();
        try (var connection = log.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table log_key_list disable trigger user");
            statement.execute("delete from log_key_list");
        }
        assertThat(log.bucket().stat("keys/1"))
                .as("what the thief has put there")
                .isPresent();
        assertForeign();
        assertThat(log.size("log_key_list")).isZero();
    }

    private void assertForeign() {
        assertThatThrownBy(() -> keyring(directory).history())
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageContaining("key-list-foreign");
    }

    @Test
    void nobodyAltersOrRemovesAList() {
        keyring(directory).history();
        for (String attack :
                List.of("update log_key_list set list = ''", "delete from log_key_list", "truncate log_key_list")) {
            assertThatThrownBy(() -> {
                        try (var connection = log.asOwner().getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute(attack);
                        }
                    })
                    .as(attack)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(log.size("log_key_list")).isEqualTo(1);
    }

    private void signedWithoutLists(SigningKeys held) {
        held.heldOrMade(SigningPurpose.CHECKPOINT);
        LogKeys before = new LogKeys(
                log.origin,
                new LocalSigner(
                        List.of(pair("ed25519", SignatureType.ED25519), pair("ml-dsa-44", SignatureType.ML_DSA_44)),
                        Clock.systemUTC()));
        log.publisher(log.asFollower(), log.bucket(), before).run();
    }

    private NoteKeyPair pair(String kind, SignatureType type) {
        return new KeyFile(directory.resolve("checkpoint-" + kind + ".key")).loadOrCreate(log.origin, type);
    }

    private void grow(Keyring keyring) {
        log.append(subjects, 2);
        settle(keyring);
    }

    private void settle(Keyring keyring) {
        while (log.sequencer(100).run() > 0) {
            // until nothing waits
        }
        publisher(keyring).run();
    }

    private Publisher publisher(Keyring keyring) {
        return log.publisher(
                log.asFollower(),
                log.bucket(),
                new LogKeys(log.origin, keyring.of(SigningPurpose.CHECKPOINT), keyring::upTo));
    }

    private static List<String> labels(List<NoteVerifierKey> keys) {
        return keys.stream().map(NoteVerifierKey::label).toList();
    }

    private static List<NoteVerifierKey> active(Keyring keyring) {
        keyring.look();
        return keyring.of(SigningPurpose.CHECKPOINT).verifierKeys();
    }

    private String note() {
        return new String(log.bucket().readAll("checkpoint", 1 << 20), StandardCharsets.UTF_8);
    }

    /** By whose valid signatures the published checkpoint is signed. */
    private Set<NoteVerifierKey> signers(Keyring keyring) {
        SignedNote note = SignedNote.parse(note());
        return note.open(keyring.of(SigningPurpose.CHECKPOINT).knownKeys()).stream()
                .map(SignedNote.Verified::key)
                .collect(Collectors.toSet());
    }

    private KeyHistory published() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; log.bucket().stat("keys/" + i).isPresent(); i++) {
            all.append(new String(log.bucket().readAll("keys/" + i, 1 << 20), StandardCharsets.UTF_8));
        }
        return KeyHistory.parse(all.toString());
    }

    private int told() {
        return lists().told().size();
    }

    private KeyLists lists() {
        return new KeyLists(log.origin, new Transactions(log.asFollower()), log.bucket(), held(), Clock.systemUTC());
    }

    private SigningKeys held() {
        return new FileSigningKeys(directory, log.origin, Clock.systemUTC());
    }

    private KeyChange change() {
        return new KeyChange(lists(), held(), log.origin, Ids.source(), Clock.systemUTC());
    }

    private Keyring keyring(Path keys) {
        return log.keyring(keys, log.asFollower(), log.bucket());
    }
}
