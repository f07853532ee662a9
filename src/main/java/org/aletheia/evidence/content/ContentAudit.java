package org.aletheia.evidence.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/**
 * Reads stored content as downloads do and tells what it digests to; gives out no byte of it. For one thread. Every method
 * throws {@link StorageUnavailableException} where the store fails.
 */
public final class ContentAudit implements AutoCloseable {
    private static final Set<DigestAlgorithm> BOTH = EnumSet.allOf(DigestAlgorithm.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectStore store;
    private final Throttle throttle;
    private final ExecutorService fetching = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-", 0).daemon().factory());
    private final ReadAhead ahead = new ReadAhead(fetching, new Pool<>(ReadBuffer::ahead, 1, PATIENCE));

    /** @param rate bytes a second of whole objects; 0 for as fast as it goes */
    public ContentAudit(ObjectStore store, long rate) {
        this.store = store;
        this.throttle = new Throttle(rate);
    }

    /** What an object is; both digests of the content are computed, whether or not the record states them. */
    public record Read(Digest sealedSha256, Digest sha256, Digest sha512) {}

    /**
     * Reads the first bytes: whether the object is that of this content, under this key.
     *
     * @throws ContentTamperedException where it is not
     */
    public void open(StoredContent content, UnitKey unitKey) {
        ContentReader.keysOf(store, content, unitKey);
    }

    /**
     * Reads and decrypts all of it.
     *
     * @throws ContentTamperedException where it does not decrypt
     */
    public Read read(StoredContent content, UnitKey unitKey) {
        MessageDigest sealed = DigestAlgorithm.SHA_256.newMessageDigest();
        Map<DigestAlgorithm, Digest> digests =
                digests(new DigestInputStream(start(content), sealed), content, unitKey, BOTH);
        return new Read(
                new Digest(DigestAlgorithm.SHA_256, sealed.digest()),
                required(digests, DigestAlgorithm.SHA_256),
                required(digests, DigestAlgorithm.SHA_512));
    }

    /**
     * Reads and decrypts all of it, without digesting the object itself: its tags say as much of it.
     *
     * @param wanted of the content
     * @throws ContentTamperedException where it does not decrypt
     */
    public Map<DigestAlgorithm, Digest> digests(StoredContent content, UnitKey unitKey, Set<DigestAlgorithm> wanted) {
        return digests(start(content), content, unitKey, wanted);
    }

    private Map<DigestAlgorithm, Digest> digests(
            InputStream object, StoredContent content, UnitKey unitKey, Set<DigestAlgorithm> wanted) {
        Map<DigestAlgorithm, MessageDigest> engines = new EnumMap<>(DigestAlgorithm.class);
        wanted.forEach(algorithm -> engines.put(algorithm, algorithm.newMessageDigest()));
        try (ContentReader reader = ContentReader.whole(SealedStream.of(object), content, unitKey, ahead)) {
            reader.transferTo(new Digesting(engines.values()));
        } catch (IOException e) {
            throw new UncheckedIOException("digesting", e);
        }
        Map<DigestAlgorithm, Digest> digests = new EnumMap<>(DigestAlgorithm.class);
        engines.forEach((algorithm, engine) -> digests.put(algorithm, new Digest(algorithm, engine.digest())));
        return digests;
    }

    private static Digest required(Map<DigestAlgorithm, Digest> digests, DigestAlgorithm algorithm) {
        return Objects.requireNonNull(digests.get(algorithm));
    }

    /** SHA-256 of the object as it lies there, which needs no key. */
    public Digest sealed(StoredContent content) {
        MessageDigest sealed = DigestAlgorithm.SHA_256.newMessageDigest();
        try (InputStream stream = new DigestInputStream(start(content), sealed)) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StorageUnavailableException("GetObject", Effect.NONE, e);
        }
        return new Digest(DigestAlgorithm.SHA_256, sealed.digest());
    }

    private InputStream start(StoredContent content) {
        try {
            return new Throttled(store.read(content.objectKey(), 0, content.sealedLength()));
        } catch (ObjectMissingException e) {
            throw new ContentTamperedException(Finding.MISSING);
        }
    }

    @Override
    public void close() {
        fetching.shutdownNow();
    }

    /** Lets pass no more than the rate. */
    private final class Throttled extends FilterInputStream {
        private Throttled(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0) {
                throttle.took(count);
            }
            return count;
        }
    }

    /** Digests what is written to it, with each engine. */
    private static final class Digesting extends OutputStream {
        private final Collection<MessageDigest> engines;

        private Digesting(Collection<MessageDigest> engines) {
            this.engines = engines;
        }

        @Override
        public void write(int value) {
            engines.forEach(engine -> engine.update((byte) value));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            engines.forEach(engine -> engine.update(bytes, offset, length));
        }
    }
}
