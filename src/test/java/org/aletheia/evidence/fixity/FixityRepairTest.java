package org.aletheia.evidence.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.objectstore.MemoryObjectStore;
import org.aletheia.platform.objectstore.ObjectStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the bytes that were once stored is ever put in the place of an object. */
@Tag("unit")
class FixityRepairTest {
    private static final int WHOLE = 1000;
    private static final int IN_PARTS = 20 << 20;

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryObjectStore copies = new MemoryObjectStore();

    @ParameterizedTest
    @ValueSource(ints = {WHOLE, IN_PARTS})
    void aRightCopyReplacesADamagedObject(int length) {
        byte[] sound = bytes(length);
        StoredContent content = content(sound);
        store.put(content.objectKey(), flipped(sound), "");
        copies.put(content.objectKey(), sound, "");
        assertThat(repair(copies, content)).isTrue();
        assertThat(store.objects().get(content.objectKey())).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(ints = {WHOLE, IN_PARTS})
    void aRightCopyReplacesAMissingObject(int length) {
        byte[] sound = bytes(length);
        StoredContent content = content(sound);
        copies.put(content.objectKey(), sound, "");
        assertThat(repair(copies, content)).isTrue();
        assertThat(store.objects().get(content.objectKey())).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(ints = {WHOLE, IN_PARTS})
    void aDamagedShortOrMissingCopyChangesNothing(int length) {
        byte[] sound = bytes(length);
        StoredContent content = content(sound);
        byte[] damaged = flipped(sound);
        store.put(content.objectKey(), damaged, "");
        assertThat(repair(copies, content)).isFalse();
        copies.put(content.objectKey(), damaged, "");
        assertThat(repair(copies, content)).isFalse();
        copies.put(content.objectKey(), java.util.Arrays.copyOf(sound, length - 1), "");
        assertThat(repair(copies, content)).isFalse();
        assertThat(store.objects().get(content.objectKey())).isEqualTo(damaged);
        store.listPending(
                "", upload -> assertThat(upload).as("an upload left open").isNull());
    }

    /** What is wrong then is the key or the record; that the object is put back would be told, and be untrue. */
    @ParameterizedTest
    @ValueSource(ints = {WHOLE, IN_PARTS})
    void anObjectThatIsAsItWasStoredIsLeftAlone(int length) {
        byte[] sound = bytes(length);
        StoredContent content = content(sound);
        store.put(content.objectKey(), sound, "");
        copies.put(content.objectKey(), sound, "");
        assertThat(repair(copies, content)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {WHOLE})
    void withoutASecondBucketNothingIsDone(int length) {
        byte[] sound = bytes(length);
        StoredContent content = content(sound);
        assertThat(repair(null, content)).isFalse();
        assertThat(store.objects()).isEmpty();
    }

    private boolean repair(@org.jspecify.annotations.Nullable ObjectStore from, StoredContent content) {
        try (ContentAudit audit = new ContentAudit(store, 0)) {
            return new FixityRepair(store, Optional.ofNullable(from), audit).repair(content);
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] sound) {
        byte[] flipped = sound.clone();
        flipped[flipped.length - 1] ^= 1;
        return flipped;
    }

    private static StoredContent content(byte[] sealed) {
        return Contents.of(sealed.length, Digest.sha256(sealed));
    }

    /** Content of which only the object matters. */
    static final class Contents {
        private Contents() {}

        static StoredContent of(long sealedLength, Digest sealed) {
            return new StoredContent(
                    UUID.randomUUID(),
                    sealedLength - 200,
                    Digest.sha256(new byte[0]),
                    null,
                    sealedLength,
                    sealed,
                    UUID.randomUUID(),
                    1);
        }
    }
}
