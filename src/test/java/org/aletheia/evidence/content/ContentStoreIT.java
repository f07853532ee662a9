package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.aletheia.platform.objectstore.minio.CuttableProxy;
import org.aletheia.platform.objectstore.minio.StackStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing into a real store, through a wire that can be cut. */
@Tag("it")
class ContentStoreIT {
    private static final int PART = 5 << 20;
    private static final UnitKey KEY = TestKeys.random();

    /** Bytes: what was read ahead and what four socket buffers hold of an answer arrives even after a cut. */
    private static final int MORE_THAN_SOCKETS_HOLD = 64_000_000;

    private CuttableProxy proxy;
    private ObjectStore direct;
    private ObjectStore throughProxy;
    private ContentStore contents;

    @BeforeEach
    void open() throws IOException {
        StackStore.Settings settings = StackStore.settings();
        proxy = new CuttableProxy(settings.endpoint());
        direct = StackStore.open(settings).of(Bucket.EVIDENCE);
        ObjectStores stores = StackStore.open(settings.at(proxy.address()));
        throughProxy = stores.of(Bucket.EVIDENCE);
        contents = new ContentStore(stores, TestContent.noRegister(), TestContent.config(PART, true));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_048_520, 5_242_880, 12_345_678})
    void roundTrip(int length) throws IOException {
        byte[] content = SecureBytes.random(length);
        StoredContent stored = store(content, ExpectedDigests.of(List.of(Digest.sha256(content))));
        assertThat(Arrays.equals(read(stored, 0, length), content)).isTrue();
        assertThat(direct.stat(stored.objectKey()).orElseThrow().length()).isEqualTo(stored.sealedLength());
        byte[] object = direct.readAll(stored.objectKey(), 20 << 20);
        assertThat(Digest.sha256(object)).isEqualTo(stored.sealedSha256());
        int from = length / 3;
        assertThat(read(stored, from, length - from)).isEqualTo(Arrays.copyOfRange(content, from, length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 12_345_678})
    void aMismatchLeavesNothing(int length) {
        ExpectedDigests wrong = ExpectedDigests.of(List.of(Digest.sha256(new byte[1])));
        assertThatThrownBy(() -> store(new byte[length], wrong)).isInstanceOf(DigestMismatchException.class);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aSenderThatVanishesLeavesNothing() {
        InputStream vanishing = new RepeatedBlock(new byte[1000], 11 << 20) {
            @Override
            public int read(byte[] target, int offset, int wanted) throws IOException {
                int count = super.read(target, offset, wanted);
                if (count < 0) {
                    throw new IOException("gone");
                }
                return count;
            }
        };
        assertThatThrownBy(() -> store(vanishing)).isInstanceOf(IOException.class);
        assertThat(leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 3_000_000, 9_000_000})
    void aStoreThatVanishesIsNamedAndLeavesNoObject(long after) throws IOException {
        proxy.cutAfter(after);
        assertThatThrownBy(() -> store(new RepeatedBlock(new byte[1000], 14_000_000)))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(objects()).isEmpty();
        proxy.mend();
        byte[] content = SecureBytes.random(6_000_000);
        StoredContent later = store(content, ExpectedDigests.none());
        assertThat(Arrays.equals(read(later, 0, content.length), content)).isTrue();
    }

    @Test
    void aSmallPutWhoseAnswerIsLostHasAnUnknownOutcome() {
        proxy.swallowAnswer(0);
        assertThatThrownBy(() -> store(new byte[10], ExpectedDigests.none()))
                .isInstanceOfSatisfying(StorageUnavailableException.class, e -> assertThat(e.effect())
                        .isEqualTo(Effect.UNKNOWN));
    }

    @Test
    void aStoreThatVanishesWhileReadingIsNamed() throws IOException {
        byte[] content = SecureBytes.random(MORE_THAN_SOCKETS_HOLD);
        StoredContent stored = store(content, ExpectedDigests.none());
        try (InputStream stream =
                ContentReader.open(throughProxy, stored, KEY, 0, content.length, TestContent.readAhead())) {
            proxy.close();
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void manyAtOnceAreAllRight() throws Exception {
        List<Future<Boolean>> results = new ArrayList<>();
        try (ExecutorService uploads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                byte[] content = SecureBytes.random(i % 10 == 0 ? 7_000_000 : 65_536);
                results.add(uploads.submit(() -> {
                    StoredContent stored = store(content, ExpectedDigests.of(List.of(Digest.sha256(content))));
                    return Arrays.equals(read(stored, 0, content.length), content);
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private StoredContent store(byte[] content, ExpectedDigests expected) throws IOException {
        return contents.store(
                new ByteArrayInputStream(content), expected, (long) content.length, UUID.randomUUID(), KEY);
    }

    private StoredContent store(InputStream content) throws IOException {
        return contents.store(content, ExpectedDigests.none(), null, UUID.randomUUID(), KEY);
    }

    private byte[] read(StoredContent stored, long from, long length) throws IOException {
        try (InputStream stream =
                ContentReader.open(throughProxy, stored, KEY, from, length, TestContent.readAhead())) {
            return stream.readAllBytes();
        }
    }

    private List<String> objects() {
        List<String> found = new ArrayList<>();
        direct.list("", object -> found.add(object.key()));
        return found;
    }

    private List<String> leftovers() {
        List<String> found = objects();
        direct.listPending("", upload -> found.add(upload.key()));
        return found;
    }
}
