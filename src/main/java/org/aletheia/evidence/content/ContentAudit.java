package org.aletheia.evidence.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
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
    private static final int BUFFER = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectStore store;
    private final Throttle throttle;
    private final ExecutorService fetching = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-", 0).daemon().factory());
    private final ReadAhead ahead = new ReadAhead(fetching, new Pool<>(ReadBuffer::full, 1, PATIENCE));

    /** @param rate bytes a second of whole objects; 0 for as fast as it goes */
    public ContentAudit(ObjectStore store, long rate) {
        this.store = store;
        this.throttle = new Throttle(rate);
    }

    /** What an object is. @param sha512 computed whether or not the record states one */
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
        MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
        MessageDigest sha512 = DigestAlgorithm.SHA_512.newMessageDigest();
        SealedStream stream = SealedStream.of(new Watched(start(content), sealed));
        try (ContentReader reader = ContentReader.whole(stream, content, unitKey, ahead)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = reader.read(buffer, 0, BUFFER); read >= 0; read = reader.read(buffer, 0, BUFFER)) {
                sha256.update(buffer, 0, read);
                sha512.update(buffer, 0, read);
            }
        }
        return new Read(
                new Digest(DigestAlgorithm.SHA_256, sealed.digest()),
                new Digest(DigestAlgorithm.SHA_256, sha256.digest()),
                new Digest(DigestAlgorithm.SHA_512, sha512.digest()));
    }

    /** SHA-256 of the object as it lies there, which needs no key. */
    public Digest sealed(StoredContent content) {
        MessageDigest sealed = DigestAlgorithm.SHA_256.newMessageDigest();
        try (InputStream stream = new Watched(start(content), sealed)) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StorageUnavailableException("GetObject", Effect.NONE, e);
        }
        return new Digest(DigestAlgorithm.SHA_256, sealed.digest());
    }

    private InputStream start(StoredContent content) {
        try {
            return store.read(content.objectKey(), 0, content.sealedLength());
        } catch (ObjectMissingException e) {
            throw new ContentTamperedException(Finding.MISSING);
        }
    }

    @Override
    public void close() {
        fetching.shutdownNow();
    }

    /** Digests what passes, and lets it pass at the rate. */
    private final class Watched extends FilterInputStream {
        private final MessageDigest digest;

        private Watched(InputStream in, MessageDigest digest) {
            super(in);
            this.digest = digest;
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
                digest.update(target, offset, count);
                throttle.took(count);
            }
            return count;
        }
    }
}
