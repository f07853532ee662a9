package org.aletheia.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.keys.store.KeyRegister;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.verifier.content.KeyRegisterCopy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key register on a real database and a real store. */
@Tag("it")
@QuarkusTest
class UnitKeysIT {
    private static final byte[] SECRET = {1, 2, 3, 4};
    private static final byte[] CONTEXT = {5};

    @Inject
    UnitKeys keys;

    @Inject
    TextSeals texts;

    @Inject
    KeyRegister register;

    @Inject
    KeyCopier copier;

    @Inject
    KeyTombstones tombstones;

    @Inject
    FileKeyEncryptionKeys keks;

    @Inject
    KeysConfig config;

    @Inject
    ObjectStores stores;

    @Inject
    EntityManager database;

    @Test
    void aPersistedKeyOpensAgain() {
        UnitKey key = persisted();
        byte[] wrapped = key.wrap(SECRET, CONTEXT);
        assertThat(keys.open(key.id()).unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThat(keys.open(key.id()).subject()).isEqualTo(key.subject());
    }

    @Test
    void aKeyIsWrittenWithTheCallersTransactionOrNotAtAll() {
        UnitKey key = keys.create(KeyPurpose.ITEM, UUID.randomUUID());
        assertThatThrownBy(() -> keys.persist(key)).as("without a transaction").isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    keys.persist(key);
                    database.flush();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThatThrownBy(() -> keys.open(key.id())).isInstanceOf(KeyMissingException.class);
    }

    @Test
    void aDestroyedKeyIsGoneFromTableAndBucketAndStaysSo() throws IOException {
        UnitKey key = persisted();
        copier.copyDue();
        assertThat(copy(key).path("wrapped").isTextual()).isTrue();

        QuarkusTransaction.requiringNew().run(() -> keys.destroy(key.id()));
        assertThatThrownBy(() -> keys.open(key.id())).isInstanceOf(KeyDestroyedException.class);
        copier.copyDue();
        JsonNode tombstone = copy(key);
        assertThat(tombstone.has("wrapped")).isFalse();
        assertThat(tombstone.path("destroyedAt").isTextual()).isTrue();
        assertThat(tombstone.path("revision").asInt()).isEqualTo(2);

        QuarkusTransaction.requiringNew().run(() -> keys.destroy(key.id()));
        assertThatThrownBy(() -> sql("update unit_key set wrapped = '\\x00', wrapped_by = 'x', destroyed_at = null"
                        + " where id = '" + key.id() + "'"))
                .as("the table itself refuses")
                .hasStackTraceContaining("stays destroyed");
    }

    /** A database of before the destruction has the key again; the bucket remembers. */
    @Test
    void aKeyThatCameBackWithAnOlderDatabaseIsDestroyedAgain() throws SQLException {
        UnitKey key = persisted();
        UnitKey living = persisted();
        String wrapped = AdminDatabase.column("select wrapped::text from unit_key where id = ?", key.id())
                .getFirst();
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(key.id()));
        copier.copyDue();
        comesBack(key, wrapped);
        assertThat(tombstones.apply()).isEqualTo(new KeyTombstones.Applied(1, 0));
        assertThatThrownBy(() -> keys.open(key.id())).isInstanceOf(KeyDestroyedException.class);
        assertThat(tombstones.apply()).isEqualTo(new KeyTombstones.Applied(0, 0));
        assertThat(keys.open(living.id()).id()).isEqualTo(living.id());
    }

    private void comesBack(UnitKey key, String wrapped) throws SQLException {
        Database.owner("set session_replication_role = replica; update unit_key set wrapped = '" + wrapped
                + "', wrapped_by = '" + keks.current()
                + "', destroyed_at = null, copy_due = null, revision = 1 where id = '"
                + key.id() + "'");
        assertThat(keys.open(key.id()).id()).isEqualTo(key.id());
    }

    /** Who can write to the bucket and has no key-encryption key destroys nothing, not even with another key's tombstone. */
    @Test
    void aTombstoneThatThisRepositoryHasNotSealedDestroysNothing() {
        UnitKey destroyed = persisted();
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(destroyed.id()));
        copier.copyDue();
        byte[] genuine = stores.of(Bucket.KEYS).readAll(KeyTombstones.PREFIX + destroyed.id(), 1 << 12);
        byte[] renamed = new String(genuine, StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", UUID.randomUUID().toString())
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] forged : List.of(
                new byte[0],
                "{\"sealedBy\":\"../x\",\"seal\":\"AAAA\"}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                genuine,
                renamed)) {
            UnitKey living = persisted();
            String place = KeyTombstones.PREFIX + living.id();
            stores.of(Bucket.KEYS).put(place, forged, "application/json");
            assertThat(tombstones.apply()).isEqualTo(new KeyTombstones.Applied(0, 1));
            assertThat(keys.open(living.id()).id()).isEqualTo(living.id());
            stores.of(Bucket.KEYS).delete(place);
        }
    }

    @Test
    void bucketAndKeyEncryptionKeyAreEnoughForTheVerifier() throws IOException {
        UnitKey key = persisted();
        byte[] wrapped = key.wrap(SECRET, CONTEXT);
        copier.copyDue();
        KeyRegisterCopy copy = KeyRegisterCopy.parse(copyBytes(key));
        Path kek = config.directory().resolve(copy.wrappedBy() + ".kek");
        byte[] material =
                copy.unitKey(Base64.getDecoder().decode(Files.readString(kek).strip()));
        assertThat(TestKeys.of(copy.id(), material).unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void aRowMovedToAnotherKeysPlaceDoesNotOpen() {
        UnitKey one = persisted();
        UnitKey two = persisted();
        sql("update unit_key a set wrapped = b.wrapped from unit_key b where a.id = '" + one.id() + "' and b.id = '"
                + two.id() + "'");
        assertThatThrownBy(() -> keys.open(one.id())).isInstanceOf(BrokenSealException.class);
        assertThat(keys.open(two.id()).subject()).isEqualTo(two.subject());
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(one.id()));
    }

    @Test
    void aTextIsSealedAlikeInItsPlaceAndOpensThereOnly() {
        String sealed = texts.seal("here", "Олена.jpg");
        assertThat(sealed).isEqualTo(texts.seal("here", "Олена.jpg")).doesNotContain("jpg");
        assertThat(TextSeals.isSealed(sealed)).isTrue();
        assertThat(texts.open("here", sealed)).isEqualTo("Олена.jpg");
        assertThat(texts.open("here", "as it came.jpg")).isEqualTo("as it came.jpg");
        assertThat(texts.seal("there", "Олена.jpg")).isNotEqualTo(sealed);
        for (String wrong : List.of(sealed + "AA", sealed.substring(0, 40), "sealed:v1:*")) {
            assertThatThrownBy(() -> texts.open("here", wrong)).as(wrong).isInstanceOf(BrokenSealException.class);
        }
        assertThatThrownBy(() -> texts.open("there", sealed)).isInstanceOf(BrokenSealException.class);
        assertThat(texts.mark("here", "x")).hasSize(32).isEqualTo(texts.mark("here", "x"));
        assertThat(texts.mark("there", "x")).isNotEqualTo(texts.mark("here", "x"));
    }

    /** A server that starts beside another, or again, takes the key that is there; the table takes no second. */
    @Test
    void allServersSealUnderOneKey() {
        String sealed = texts.seal("here", "text");
        TextSeals another = new TextSeals(register, keys);
        another.prepare();
        assertThat(another.open("here", sealed)).isEqualTo("text");
        UnitKey second = keys.create(KeyPurpose.TEXT, new UUID(0, 0));
        assertThatThrownBy(() -> register.insertAlone(second.registered())).isInstanceOf(PersistenceException.class);
    }

    private UnitKey persisted() {
        UnitKey key = keys.create(KeyPurpose.ITEM, UUID.randomUUID());
        QuarkusTransaction.requiringNew().run(() -> keys.persist(key));
        return key;
    }

    private JsonNode copy(UnitKey key) throws IOException {
        return new ObjectMapper().readTree(copyBytes(key));
    }

    private byte[] copyBytes(UnitKey key) {
        return stores.of(Bucket.KEYS).readAll("unit-keys/" + key.id(), 4096);
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
