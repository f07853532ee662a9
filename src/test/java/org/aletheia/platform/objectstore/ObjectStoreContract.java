package org.aletheia.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;
import org.junit.jupiter.api.Test;

/** What every object store promises. */
public abstract class ObjectStoreContract {
    private static final String TYPE = "application/octet-stream";
    private static final int PART = 5 << 20;

    private final String prefix = UUID.randomUUID() + "/";

    protected abstract ObjectStore store();

    @Test
    void givesBackWhatWasPut() {
        byte[] bytes = SecureBytes.random(100_000);
        store().put(prefix + "a", bytes, TYPE);
        assertThat(store().readAll(prefix + "a", bytes.length)).isEqualTo(bytes);
    }

    @Test
    void putsPartOfAnArrayWithADigestComputedBefore() {
        byte[] bytes = SecureBytes.random(1000);
        byte[] expected = Arrays.copyOf(bytes, 700);
        store().put(prefix + "part", new Payload(bytes, 700, Digest.sha256(expected)), TYPE);
        assertThat(store().readAll(prefix + "part", 1000)).isEqualTo(expected);
    }

    @Test
    void putReplaces() {
        store().put(prefix + "r", utf8("first"), TYPE);
        store().put(prefix + "r", utf8("second"), TYPE);
        assertThat(store().readAll(prefix + "r", 100)).isEqualTo(utf8("second"));
    }

    @Test
    void putsOverWhatWasSeenOnly() {
        String key = prefix + "over";
        assertThat(store().find(key, 100)).isEmpty();
        assertThat(store().putOver(Optional.empty(), key, utf8("first"), TYPE)).isTrue();
        assertThat(store().putOver(Optional.empty(), key, utf8("another"), TYPE))
                .isFalse();
        Optional<StoredObject> first = store().find(key, 100);
        assertThat(first.orElseThrow().bytes()).isEqualTo(utf8("first"));
        assertThat(store().putOver(first, key, utf8("second"), TYPE)).isTrue();
        assertThat(store().putOver(first, key, utf8("third"), TYPE)).isFalse();
        assertThat(store().readAll(key, 100)).isEqualTo(utf8("second"));
        assertThatThrownBy(() -> store().find(key, 3)).isInstanceOf(IllegalStateException.class);
        store().delete(key);
        assertThat(store().putOver(first, key, utf8("fourth"), TYPE)).isFalse();
        assertThat(store().stat(key)).isEmpty();
    }

    @Test
    void holdsAnEmptyObject() {
        store().put(prefix + "empty", new byte[0], TYPE);
        assertThat(store().stat(prefix + "empty").orElseThrow().length()).isZero();
        assertThat(store().readAll(prefix + "empty", 0)).isEmpty();
    }

    @Test
    void refusesToReadMoreThanAskedFor() {
        store().put(prefix + "long", new byte[11], TYPE);
        assertThatThrownBy(() -> store().readAll(prefix + "long", 10)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsRanges() throws IOException {
        byte[] bytes = SecureBytes.random(50_000);
        store().put(prefix + "range", bytes, TYPE);
        assertThat(range(prefix + "range", 0, 1)).isEqualTo(Arrays.copyOf(bytes, 1));
        assertThat(range(prefix + "range", 20_000, 30_000)).isEqualTo(Arrays.copyOfRange(bytes, 20_000, 50_000));
        assertThat(range(prefix + "range", 49_990, 100)).isEqualTo(Arrays.copyOfRange(bytes, 49_990, 50_000));
        assertThat(range(prefix + "range", 60_000, 100)).isEmpty();
    }

    @Test
    void namesAMissingObject() {
        assertThatThrownBy(() -> store().read(prefix + "none", 0, 1)).isInstanceOf(ObjectMissingException.class);
        assertThatThrownBy(() -> store().readAll(prefix + "none", 1)).isInstanceOf(ObjectMissingException.class);
        assertThat(store().stat(prefix + "none")).isEmpty();
    }

    @Test
    void deletesAndDoesNotMindWhatIsGone() {
        store().put(prefix + "d", utf8("x"), TYPE);
        store().delete(prefix + "d");
        store().delete(prefix + "d");
        assertThat(store().stat(prefix + "d")).isEmpty();
    }

    @Test
    void listsByPrefixInKeyOrder() {
        for (String name : List.of("list/b", "list/a", "list/c/d", "other")) {
            store().put(prefix + name, utf8(name), TYPE);
        }
        List<String> found = new ArrayList<>();
        store().list(prefix + "list/", object -> found.add(object.key()));
        assertThat(found).containsExactly(prefix + "list/a", prefix + "list/b", prefix + "list/c/d");
    }

    @Test
    void showsNothingBeforeTheCommitAndEverythingAfter() {
        byte[] first = SecureBytes.random(PART);
        byte[] last = SecureBytes.random(17);
        String key = prefix + "multi";
        try (ObjectWriter writer = store().write(key)) {
            writer.part(Payload.of(first)).join();
            writer.part(Payload.of(last)).join();
            assertThat(store().stat(key)).isEmpty();
            assertThat(pending(key)).hasSize(1);
            writer.commit();
        }
        assertThat(store().stat(key).orElseThrow().length()).isEqualTo(PART + 17);
        assertThat(Digest.sha256(store().readAll(key, PART + 17))).isEqualTo(Digest.sha256(first, last));
        assertThat(pending(key)).isEmpty();
    }

    @Test
    void closingWithoutCommitLeavesNothing() {
        String key = prefix + "given-up";
        try (ObjectWriter writer = store().write(key)) {
            writer.part(Payload.of(new byte[PART])).join();
        }
        assertThat(store().stat(key)).isEmpty();
        assertThat(pending(key)).isEmpty();
    }

    @Test
    void abortsWhatAnotherProcessLeft() {
        String key = prefix + "left";
        ObjectWriter writer = store().write(key);
        writer.part(Payload.of(new byte[PART])).join();
        PendingUpload left = pending(key).getFirst();
        store().abort(left);
        store().abort(left);
        assertThat(pending(key)).isEmpty();
        assertThatThrownBy(writer::commit).isInstanceOf(StorageUnavailableException.class);
        assertThat(store().stat(key)).isEmpty();
    }

    private List<PendingUpload> pending(String key) {
        List<PendingUpload> found = new ArrayList<>();
        store().listPending(key, found::add);
        return found;
    }

    private byte[] range(String key, long from, long length) throws IOException {
        try (InputStream stream = store().read(key, from, length)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
