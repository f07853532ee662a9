package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aletheia.custody.fsck.CheckpointCheck;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.custody.fsck.FsckOptions;
import org.aletheia.custody.fsck.HistoryCheck;
import org.aletheia.custody.fsck.JournalCheck;
import org.aletheia.custody.fsck.KeyListCheck;
import org.aletheia.custody.fsck.SuccessionCheck;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.keys.Keyring;
import org.aletheia.custody.store.DatabaseIdentity;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.PrivateFiles;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.minio.TestStore;
import org.aletheia.platform.signing.FileSigningKeys;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.verifier.LogCheck;
import org.aletheia.verifier.LogFiles;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;

/** The log that is to succeed that of a fixture, on the same database: name, key files and bucket of its own. */
final class SucceedingLog implements AutoCloseable {
    private final LogFixture log;
    private final Path folder;
    private final TestStore store;

    SucceedingLog(LogFixture log, Path folder) {
        this.log = log;
        this.folder = folder;
        this.store = log.anotherStore();
    }

    String origin() {
        return log.origin + "-2";
    }

    Successor successor() {
        return new Successor(origin(), store.log(), held());
    }

    Succession succession() {
        return succession(new Transactions(log.asFollower()));
    }

    /** Of the fixture's log, by its own keys. */
    Succession succession(Transactions database) {
        return new Succession(
                database,
                new LogBucket(log.bucket()),
                log.keys(),
                log.signer().verifierKeys(),
                Ids.source(),
                Clock.systemUTC());
    }

    Recovery recovery() {
        return new Recovery(
                new Transactions(log.asFollower()),
                new LogBucket(log.bucket()),
                log.keys(),
                Ids.source(),
                Clock.systemUTC());
    }

    /** Key files under the new name, of which one holds a key of the fixture's log. */
    SigningKeys reusedKeys() throws IOException {
        Path directory = folder.resolve("reused");
        NoteKeyPair old = log.keyPairs.getFirst();
        NoteVerifierKey renamed = new NoteVerifierKey(
                origin(), old.verifierKey().type(), old.verifierKey().publicKey());
        PrivateFiles.create(
                directory.resolve("checkpoint-ed25519.key"),
                renamed.format() + "\n" + Base64.getEncoder().encodeToString(old.toPkcs8()) + "\n");
        return new FileSigningKeys(directory, origin(), Clock.systemUTC());
    }

    Keyring keyring() {
        return LogFixture.keyring(origin(), folder.resolve("keys"), log.asFollower(), store.log());
    }

    Publisher publisher() {
        Keyring keyring = keyring();
        LogKeys keys = new LogKeys(origin(), keyring.of(SigningPurpose.CHECKPOINT), keyring::upTo);
        return log.publisher(log.asFollower(), store.log(), keys);
    }

    /** As a server does that starts with the new configuration. */
    void goesOn(int waiting) {
        Quarantine quarantine = new Quarantine(
                publisher()::compare, () -> new Transactions(log.asFollower()).onConnection(DatabaseIdentity::read));
        quarantine.lift();
        assertThat(new Sequencer(new Transactions(log.asFollower()), 100, true, quarantine::admits).run())
                .isEqualTo(waiting);
        assertThat(publisher().run()).isTrue();
    }

    /** Size of what is published, once the offline verifier has found the whole of it right. */
    long verifiedSize() throws IOException {
        Path copy = folder.resolve("copy");
        content(store.log()).keySet().forEach(key -> copy(copy, key));
        List<String> vkeys = held().held(SigningPurpose.CHECKPOINT).stream()
                .map(NoteVerifierKey::format)
                .toList();
        Verdict verdict = new LogCheck(Trust.of(origin(), vkeys, 0)).check(LogFiles.folder(copy), Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        return Long.parseLong(Files.readAllLines(copy.resolve("checkpoint")).get(1));
    }

    private void copy(Path folder, String key) {
        try {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, store.log().readAll(key, 1 << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> keys() {
        return new ArrayList<>(content(store.log()).keySet());
    }

    static Map<String, Digest> content(ObjectStore bucket) {
        Map<String, Digest> content = new TreeMap<>();
        bucket.list("", object -> content.put(object.key(), Digest.sha256(bucket.readAll(object.key(), 1 << 20))));
        return content;
    }

    String fsck() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeyLists lists =
                new KeyLists(origin(), new Transactions(log.asFollower()), store.log(), held(), Clock.systemUTC());
        Keyring keyring = keyring();
        LogKeys keys = new LogKeys(origin(), keyring.of(SigningPurpose.CHECKPOINT));
        LogBucket bucket = new LogBucket(store.log());
        new Fsck(FsckOptions.parse(List.of("--json")), new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(List.of(
                        new JournalCheck(log.asFollower(), bucket, keys),
                        new SuccessionCheck(log.asFollower()),
                        new KeyListCheck(lists, held()),
                        new CheckpointCheck(log.asFollower(), bucket, keys),
                        new HistoryCheck(log.asFollower())));
        return out.toString(StandardCharsets.UTF_8);
    }

    void asOwner(String sql) throws SQLException {
        try (Connection connection = log.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SigningKeys held() {
        return new FileSigningKeys(folder.resolve("keys"), origin(), Clock.systemUTC());
    }

    @Override
    public void close() throws Exception {
        store.close();
    }
}
