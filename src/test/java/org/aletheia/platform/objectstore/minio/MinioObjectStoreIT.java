package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig.ObjectLock;
import org.aletheia.platform.objectstore.ObjectStoreConfig.PayloadSignature;
import org.aletheia.platform.objectstore.ObjectStoreContract;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.aletheia.platform.objectstore.UnsafeStorageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The adapter on a real store: the port's contract, and what only a real store does. */
@Tag("it")
class MinioObjectStoreIT extends ObjectStoreContract {
    private static final StackStore.Settings SETTINGS = StackStore.settings();
    private static final ObjectStore STORE = StackStore.open(SETTINGS).of(Bucket.EVIDENCE);

    @Override
    protected ObjectStore store() {
        return STORE;
    }

    @Test
    void worksWithUnsignedPayloadsToo() {
        ObjectStore store =
                StackStore.open(SETTINGS.signing(PayloadSignature.UNSIGNED)).of(Bucket.EVIDENCE);
        store.put("unsigned", new byte[] {1, 2}, "application/octet-stream");
        assertThat(store.readAll("unsigned", 2)).containsExactly(1, 2);
    }

    @Test
    void theStoreRefusesBytesThatAreNotThoseSigned() {
        Payload altered = new Payload(new byte[] {1}, 1, Digest.sha256(new byte[] {2}));
        assertThatThrownBy(() -> STORE.put("altered", altered, "application/octet-stream"))
                .isInstanceOfSatisfying(StorageUnavailableException.class, e -> assertThat(e.effect())
                        .isEqualTo(Effect.NONE));
        assertThat(STORE.stat("altered")).isEmpty();
    }

    @Test
    void refusesToStartWithoutObjectLockUnlessThatIsAccepted() {
        assertThatThrownBy(() -> StackStore.open(SETTINGS.requiring(ObjectLock.REQUIRED)))
                .isInstanceOf(UnsafeStorageException.class)
                .hasMessageContaining("aletheia.object-store.object-lock=disabled")
                .hasMessageContaining("no Object Lock");
        assertThat(STORE.locks()).isFalse();
        assertThatThrownBy(() -> STORE.retain("any", Instant.now())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesToStartWhereNobodyAnswers() throws Exception {
        assertThatThrownBy(() -> StackStore.open(SETTINGS.at(nobody())))
                .isInstanceOf(UnsafeStorageException.class)
                .hasMessageContaining("aletheia.object-store.endpoint");
    }

    @Test
    void aStoreThatIsAwayHadNoEffect() throws Exception {
        S3Calls calls = new S3Calls(S3ClientFactory.open(SETTINGS.at(nobody()), Clock.systemUTC()));
        ObjectStore away = new MinioObjectStore(calls, Bucket.EVIDENCE, "any", new BucketFeatures(false, false));
        assertThatThrownBy(() -> away.put("key", new byte[1], "application/octet-stream"))
                .isInstanceOfSatisfying(StorageUnavailableException.class, e -> assertThat(e.effect())
                        .isEqualTo(Effect.NONE))
                .hasMessageNotContaining("key");
    }

    @Test
    void namesWhatTheCollectorNeedsToKnow() {
        Instant before = Instant.now().minusSeconds(5);
        STORE.put("dated", new byte[3], "application/octet-stream");
        assertThat(STORE.stat("dated").orElseThrow().modified())
                .isBetween(before, Instant.now().plusSeconds(5));
        STORE.list("dated", object -> {
            assertThat(object.length()).isEqualTo(3);
            assertThat(object.modified()).isBetween(before, Instant.now().plusSeconds(5));
        });
    }

    private static URI nobody() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
    }
}
