package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.KeyEncryptionKeys;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.testing.AdminDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of stored bytes and of the keys that open them. */
@QuarkusTest
@Tag("it")
class FsckContentIT extends FsckScene {
    @Inject
    KeyEncryptionKeys keks;

    @Test
    void aFlippedByteOfAnObject() throws Exception {
        byte[] sound = object(item);
        byte[] flipped = sound.clone();
        flipped[flipped.length - 1] ^= 1;
        spoiled(() -> put(item, flipped), () -> put(item, sound), () -> assertThat(
                        fsck("--content").about(item))
                .containsExactly("content-altered"));
    }

    @Test
    void aFlippedByteOfAnObjectsBeginningIsFoundWithoutReadingItWhole() throws Exception {
        byte[] sound = object(item);
        byte[] flipped = sound.clone();
        flipped[30] ^= 1;
        spoiled(() -> put(item, flipped), () -> put(item, sound), Set.of("content-foreign"));
    }

    @Test
    void objectsThatWereSwapped() throws Exception {
        byte[] first = object(item);
        byte[] second = object(other);
        spoiled(
                () -> {
                    put(item, second);
                    put(other, first);
                },
                () -> {
                    put(item, first);
                    put(other, second);
                },
                () -> {
                    Outcome outcome = fsck();
                    assertThat(outcome.faults()).containsExactly("content-foreign");
                    assertThat(outcome.about(item)).containsExactly("content-foreign");
                    assertThat(outcome.about(other)).containsExactly("content-foreign");
                });
    }

    @Test
    void aMissingObject() throws Exception {
        byte[] sound = object(item);
        spoiled(() -> evidence().delete(key(item)), () -> put(item, sound), Set.of("content-missing"));
    }

    @Test
    void anObjectThatWasCut() throws Exception {
        byte[] sound = object(item);
        byte[] cut = Arrays.copyOf(sound, sound.length - 1);
        spoiled(() -> put(item, cut), () -> put(item, sound), Set.of("content-length"));
    }

    @Test
    void anObjectThatNoItemNamesIsNoFault() throws Exception {
        String key = "content/" + UUID.randomUUID();
        spoiled(
                () -> evidence().put(key, new byte[200], "application/octet-stream"),
                () -> evidence().delete(key),
                () -> {
                    Outcome outcome = fsck();
                    assertThat(outcome.exit()).isEqualTo(Fsck.CLEAN);
                    assertThat(outcome.findings())
                            .anyMatch(finding -> key.equals(finding.get("where"))
                                    && "object-unknown".equals(finding.get("code"))
                                    && "note".equals(finding.get("severity")));
                });
    }

    @Test
    void aKeyThatIsNotInTheRegister() throws Exception {
        String where = "subject = '" + item + "'";
        String back = restoring("unit_key", where);
        spoiled(
                () -> attack(List.of("delete from unit_key where " + where)),
                () -> attack(List.of(back)),
                Set.of("key-missing"));
    }

    @Test
    void aKeyOfWhichTheBucketLacksTheCopy() throws Exception {
        String path = "unit-keys/"
                + AdminDatabase.column("select unit_key::text from item where id = ?", item)
                        .getFirst();
        ObjectStore keys = stores.of(Bucket.KEYS);
        byte[] sound = keys.readAll(path, 1 << 16);
        spoiled(() -> keys.delete(path), () -> keys.put(path, sound, "application/json"), Set.of("key-copy-missing"));
    }

    /** Its copy is still to be replaced, and nobody decided it. */
    @Test
    void aKeyThatWasDestroyedWithoutADisposal() throws Exception {
        String where = "subject = '" + item + "'";
        String back = restoring("unit_key", where);
        spoiled(
                () -> attack(List.of("update unit_key set destroyed_at = now(), wrapped = null, wrapped_by = null,"
                        + " copy_due = now() + interval '1 hour' where " + where)),
                () -> attack(List.of("delete from unit_key where " + where, back)),
                () -> {
                    Outcome outcome = fsck();
                    assertThat(outcome.exit()).as(outcome.findings().toString()).isEqualTo(Fsck.FAULTS);
                    assertThat(outcome.about(item)).containsExactly("key-destroyed", "key-undecided");
                });
    }

    @Test
    void aReplacedUnitKey() throws Exception {
        String key = AdminDatabase.column("select unit_key::text from item where id = ?", item)
                .getFirst();
        byte[] forged = keks.wrap(SecureBytes.random(32), associated(UUID.fromString(key)))
                .bytes();
        altered(
                "unit_key",
                "wrapped",
                "id = '" + key + "'",
                "'\\x" + HexFormat.of().formatHex(forged) + "'::bytea",
                Set.of("key-copy-differs", "content-key"));
    }

    @Test
    void aUnitKeyThatDoesNotOpen() throws Exception {
        altered(
                "unit_key",
                "wrapped",
                "subject = '" + item + "'",
                "wrapped || '\\x00'::bytea",
                Set.of("key-broken", "key-copy-differs"));
    }

    private static byte[] associated(UUID id) {
        byte[] context = "aletheia/unit-key/v1\n".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(context.length + 16)
                .put(context)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] object(UUID item) {
        return evidence().readAll(key(item), 1 << 20);
    }

    private static String key(UUID item) {
        return "content/"
                + AdminDatabase.column("select object_id::text from item where id = ?", item)
                        .getFirst();
    }

    private void put(UUID item, byte[] bytes) {
        evidence().put(key(item), bytes, "application/octet-stream");
    }

    private ObjectStore evidence() {
        return stores.of(Bucket.EVIDENCE);
    }
}
