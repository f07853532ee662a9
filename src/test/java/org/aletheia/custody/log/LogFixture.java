package org.aletheia.custody.log;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.aletheia.custody.Subject;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.TestCosigners;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.keys.Keyring;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.PrivateFiles;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.minio.TestStore;
import org.aletheia.platform.signing.LocalSigner;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.testing.Stack;
import org.aletheia.testing.TestDatabase;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.flywaydb.core.Flyway;

/** One log of its own on the stack's database and bucket, with the parts of the product but without the server. */
public final class LogFixture implements AutoCloseable {
    private final Stack stack = Stack.running();
    private final String run =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final TestDatabase database;
    private final TestStore store;
    private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    final String origin = "127.0.0.1/" + run;
    final List<NoteKeyPair> keyPairs = List.of(
            NoteKeyPair.generate(origin, SignatureType.ED25519), NoteKeyPair.generate(origin, SignatureType.ML_DSA_44));

    public LogFixture() throws Exception {
        database = TestDatabase.create(stack, run);
        migrate();
        store = TestStore.create(stack, run);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(database.url(), stack.get("quarkus.flyway.username"), stack.get("quarkus.flyway.password"))
                .load()
                .migrate();
    }

    /** Another bucket for a log, which the caller closes. */
    TestStore anotherStore() {
        return TestStore.create(stack, run + "n");
    }

    /** With the rights of migrations. */
    public DataSource asOwner() {
        return source("quarkus.flyway");
    }

    /** With the rights that requests have. */
    public DataSource asApp() {
        return source("quarkus.datasource");
    }

    /** With the rights of sequencer and followers. */
    public DataSource asFollower() {
        return source("quarkus.datasource.follower");
    }

    /** Where it is published. */
    public ObjectStore bucket() {
        return store.log();
    }

    Signer signer() {
        return new LocalSigner(keyPairs, Clock.systemUTC());
    }

    /** Signs with the keys of a directory, which are those of this log if {@link #keyFiles} has put them there. */
    Keyring keyring(Path keys, DataSource follower, ObjectStore bucket) {
        return keyring(origin, keys, follower, bucket);
    }

    /** As above, of a log of that name. */
    static Keyring keyring(String name, Path keys, DataSource follower, ObjectStore bucket) {
        SigningKeysConfig config = new SigningKeysConfig() {
            @Override
            public Path directory() {
                return keys;
            }

            @Override
            public Optional<Pkcs11> pkcs11() {
                return Optional.empty();
            }
        };
        return new Keyring(() -> name, config, follower, any -> bucket, Clock.systemUTC());
    }

    /** Writes the keys of checkpoints into key files. */
    void keyFiles(Path directory) throws IOException {
        for (NoteKeyPair pair : keyPairs) {
            String kind = pair.verifierKey().type() == SignatureType.ED25519 ? "ed25519" : "ml-dsa-44";
            PrivateFiles.create(
                    directory.resolve("checkpoint-" + kind + ".key"),
                    pair.verifierKey().format() + "\n" + Base64.getEncoder().encodeToString(pair.toPkcs8()) + "\n");
        }
    }

    /** Name and keys of the log. */
    public LogKeys keys() {
        return new LogKeys(origin, signer());
    }

    Sequencer sequencer(int batchSize) {
        return new Sequencer(new Transactions(asFollower()), batchSize);
    }

    Publisher publisher() {
        return publisher(asFollower(), bucket(), keys());
    }

    Publisher publisher(DataSource source, ObjectStore bucket, LogKeys keys) {
        return publisher(source, bucket, keys, TestCosigners.none());
    }

    Publisher publisher(DataSource source, ObjectStore bucket, LogKeys keys, Cosigners cosigners) {
        return new Publisher(
                new Transactions(source), new LogBucket(bucket), keys, cosigners, threads, Clock.systemUTC());
    }

    /** Remembers the database as it is now. */
    void backUp() throws SQLException {
        disconnect();
        database.backUp();
    }

    /** Sets the database back to what was remembered; the bucket stays as it is. */
    void restore() throws SQLException {
        disconnect();
        database.restore();
    }

    private void disconnect() {
        pools.values().forEach(AgroalDataSource::close);
        pools.clear();
    }

    /** Rows of a table. */
    long size(String table) {
        return new Transactions(asFollower()).onConnection(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Sequences all that waits and publishes it. */
    public void settle() {
        settleJournal();
        publisher().run();
    }

    /** Sequences all that waits, and publishes nothing. */
    void settleJournal() {
        Sequencer sequencer = sequencer(1000);
        while (sequencer.run() > 0) {
            // until nothing waits
        }
    }

    /** Commits events, each about one of a few subjects, and returns their ids. */
    public List<UUID> append(EventType type, List<Subject> subjects, int count) {
        List<SealedRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(type, subjects.get(i % subjects.size())));
        }
        new Transactions(asApp()).commit(connection -> {
            PendingStore.insert(connection, rows);
            return rows.size();
        });
        return rows.stream().map(SealedRow::eventId).toList();
    }

    /** Commits revisions of items. */
    public List<UUID> append(List<Subject> subjects, int count) {
        return append(EventTypes.ITEM_REVISED, subjects, count);
    }

    /** An event as it is inserted. */
    public static SealedRow row(EventType type, Subject subject) {
        EventSeed seed = EventSeed.random();
        Event event = Event.of(type, Ids.timeOrdered(), Instant.now())
                .actor(Ids.random().toString())
                .organisation(Ids.random().toString())
                .subject(RecordSubject.of(subject.kind(), subject.id()))
                .build();
        SealedEvent sealed = SealedEvent.seal(event, seed);
        return new SealedRow(
                event.id(),
                event.type(),
                type.group().name().toLowerCase(Locale.ROOT),
                List.of(subject),
                seed.bytes(),
                sealed.entry().bytes(),
                sealed.canonical());
    }

    /** Fresh subjects. */
    public static List<Subject> subjects(int count) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subjects.add(new Subject("item", Ids.random()));
        }
        return subjects;
    }

    private DataSource source(String prefix) {
        return pools.computeIfAbsent(prefix, this::open);
    }

    private AgroalDataSource open(String prefix) {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(stack.get(prefix + ".username")))
                                    .credential(new SimplePassword(stack.get(prefix + ".password"))))));
        } catch (SQLException e) {
            throw new IllegalStateException("no connections for " + prefix, e);
        }
    }

    @Override
    public void close() throws Exception {
        threads.close();
        pools.values().forEach(AgroalDataSource::close);
        store.close();
        database.close();
    }
}
