package org.aletheia.custody.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.KeyCopier;
import org.aletheia.platform.keys.KeyEncryptionKeys;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.KeyTombstones;
import org.aletheia.platform.keys.KeysConfig;
import org.aletheia.platform.keys.RegisteredKey;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.keys.WrappingKey;
import org.aletheia.platform.keys.WrappingKeys;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key-encryption key is exchanged beside a server that takes in and gives out. */
@Tag("it")
@QuarkusTest
class RewrappingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KEYS = 300;
    private static final byte[] SECRET = {1, 2, 3, 4};
    private static final byte[] CONTEXT = {5};

    @Inject
    UnitKeys keys;

    @Inject
    WrappingKeys wrapping;

    @Inject
    FileKeyEncryptionKeys held;

    @Inject
    KeyRegister register;

    @Inject
    KeyCopier copier;

    @Inject
    KeyTombstones tombstones;

    @Inject
    KeysConfig config;

    @Inject
    ObjectStores stores;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void everythingOpensWhileItIsWrappedAnewAndWithoutTheOldKeysFile() throws Exception {
        String old = held.current();
        List<UnitKey> known =
                IntStream.range(0, KEYS).mapToObj(i -> persisted()).toList();
        List<byte[]> secrets =
                known.stream().map(key -> key.wrap(SECRET, CONTEXT)).toList();
        UnitKey destroyed = persisted();
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(destroyed.id()));
        copier.copyDue();
        UnitKey longUnderWay = keys.create(KeyPurpose.ITEM, UUID.randomUUID());
        UnitKey unheard = keys.create(KeyPurpose.ITEM, UUID.randomUUID());

        try (Load load = new Load()) {
            WrappingKey next = rotations(clock).rotate();
            wrapping.follow();
            assertThat(held.current()).isEqualTo(next.name()).isNotEqualTo(old);
            assertThatThrownBy(() -> new UnitKeys(register, new DyingAfter(KEYS / 3, held), clock).rewrap(List.of(old)))
                    .as("a server that dies on the way")
                    .isInstanceOf(Died.class);
            known.forEach(key -> assertThat(keys.open(key.id()).id()).isEqualTo(key.id()));
            Awaitility.await().atMost(PATIENCE).until(this::complete);
        }

        assertThat(wrappedBy(keys.current(longUnderWay))).isEqualTo(held.current());
        QuarkusTransaction.requiringNew().run(() -> keys.persist(unheard));
        assertThat(wrappedBy(unheard)).as("of a server that had not heard").isEqualTo(old);
        assertThatThrownBy(() -> rotations(clock).retire(old))
                .as("at once")
                .isInstanceOf(Rotations.RefusedException.class);
        Clock later = Clock.offset(clock, Duration.ofMinutes(2));
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(Rotations.RefusedException.class)
                .until(() -> {
                    copier.copyDue();
                    rotations(later).retire(old);
                    return true;
                });
        assertThat(wrappedBy(unheard)).isEqualTo(held.current());
        assertThat(AdminDatabase.column("select count(*)::text from unit_key where wrapped_by = ?", old))
                .containsExactly("0");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> keys.persist(longUnderWay)))
                .as("the database lets nothing be wrapped under it again")
                .hasStackTraceContaining("retired");
        assertThat(tombstone(destroyed)).contains(held.current()).doesNotContain(old);
        assertThat(told()).contains("GOV-WRAPPING-KEY-BEGUN", "GOV-WRAPPING-KEY-COMPLETE", "GOV-WRAPPING-KEY-RETIRED");

        without(old, () -> {
            wrapping.follow();
            assertThatThrownBy(() -> held.use(old)).isInstanceOf(RuntimeException.class);
            for (int i = 0; i < KEYS; i++) {
                assertThat(keys.open(known.get(i).id()).unwrap(secrets.get(i), CONTEXT))
                        .isEqualTo(SECRET);
            }
            Load.read(Load.item("as received"), "as received");
            assertThat(tombstones.apply().unsealed()).isZero();
        });
    }

    /** The old key may be the one that opens its copy in the bucket, or in a backup. */
    @Test
    void aUnitKeyThatDoesNotOpenKeepsTheOldKey() throws Exception {
        String old = held.current();
        UnitKey broken = persisted();
        try (Connection connection = database.getConnection();
                PreparedStatement spoil = connection.prepareStatement("update unit_key set wrapped = ? where id = ?")) {
            spoil.setBytes(1, new byte[] {1, 2, 3});
            spoil.setObject(2, broken.id());
            spoil.executeUpdate();
        }
        rotations(clock).rotate();
        Awaitility.await().atMost(PATIENCE).until(() -> Long.valueOf(1)
                .equals(rotations(clock).standing().wrapped().get(old)));
        assertThat(complete()).isFalse();
        assertThatThrownBy(() -> rotations(clock).rotate())
                .as("what was begun goes on first")
                .isInstanceOf(Rotations.RefusedException.class);
        assertThatThrownBy(
                        () -> rotations(Clock.offset(clock, Duration.ofDays(1))).retire(old))
                .isInstanceOf(Rotations.RefusedException.class);
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(broken.id()));
        Awaitility.await().atMost(PATIENCE).until(this::complete);
    }

    @Test
    void whatIsNotKnownOrWrapsNowIsNotRetired() {
        for (String name : List.of(held.current(), "0123456789abcdef")) {
            assertThatThrownBy(() ->
                            rotations(Clock.offset(clock, Duration.ofDays(1))).retire(name))
                    .isInstanceOf(Rotations.RefusedException.class);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Moves the file away for a while: other tests of this run may come from before. */
    private void without(String name, Step step) throws Exception {
        Path file = config.directory().resolve(name + ".kek");
        Path away = config.directory().resolve(name + ".away");
        Files.move(file, away);
        try {
            step.run();
        } finally {
            Files.move(away, file);
        }
    }

    private Rotations rotations(Clock at) {
        return new Rotations(database, held, Ids.source(), at);
    }

    private boolean complete() {
        return rotations(clock).standing().keys().getLast().completeAt() != null;
    }

    private UnitKey persisted() {
        UnitKey key = keys.create(KeyPurpose.ITEM, UUID.randomUUID());
        QuarkusTransaction.requiringNew().run(() -> keys.persist(key));
        return key;
    }

    /** As the register has it; of a key that is not there, once it is. */
    private String wrappedBy(UnitKey key) {
        if (AdminDatabase.column("select id::text from unit_key where id = ?", key.id())
                .isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> keys.persist(key));
        }
        return AdminDatabase.column("select wrapped_by from unit_key where id = ?", key.id())
                .getFirst();
    }

    private String tombstone(UnitKey key) {
        return new String(
                stores.of(Bucket.KEYS).readAll("destroyed-keys/" + key.id(), 1 << 12), StandardCharsets.UTF_8);
    }

    private static List<String> told() {
        return AdminDatabase.column("""
                select event_type from journal where event_type like 'GOV-WRAPPING-KEY-%'
                union all select event_type from journal_pending where event_type like 'GOV-WRAPPING-KEY-%'""");
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A process that ends after some of the work. */
    private static final class DyingAfter implements KeyEncryptionKeys {
        private final AtomicInteger left;
        private final KeyEncryptionKeys keys;

        private DyingAfter(int wraps, KeyEncryptionKeys keys) {
            this.left = new AtomicInteger(wraps);
            this.keys = keys;
        }

        @Override
        public String current() {
            return keys.current();
        }

        @Override
        public RegisteredKey.Wrapping wrap(byte[] key, byte[] associated) {
            if (left.getAndDecrement() == 0) {
                throw new Died();
            }
            return keys.wrap(key, associated);
        }

        @Override
        public byte[] unwrap(String name, byte[] wrapped, byte[] associated) {
            return keys.unwrap(name, wrapped, associated);
        }
    }

    /** Two who hand in and two who read, until it is closed; then all of it must have succeeded. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final List<Future<Integer>> work = new ArrayList<>();

        private Load() {
            String first = item("the first");
            for (int i = 0; i < 2; i++) {
                work.add(threads.submit(repeated(() -> read(item("under load"), "under load"))));
                work.add(threads.submit(repeated(() -> read(first, "the first"))));
            }
        }

        private Callable<Integer> repeated(Runnable step) {
            return () -> {
                int done = 0;
                while (!over.get() && done < 2_000) {
                    step.run();
                    done++;
                }
                return done;
            };
        }

        static String item(String content) {
            return Items.of("documenter", content.getBytes(StandardCharsets.UTF_8))
                    .id();
        }

        static void read(String item, String content) {
            Enrolment.as("documenter")
                    .get("/api/v1/items/" + item + "/content")
                    .then()
                    .statusCode(200)
                    .body(equalTo(content));
        }

        @Override
        public void close() throws Exception {
            over.set(true);
            for (Future<Integer> each : work) {
                assertThat(each.get()).isPositive();
            }
            threads.shutdown();
        }
    }
}
