package org.aletheia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/** Part of an object as it comes from the store, read in exact lengths. */
final class SealedStream implements AutoCloseable {
    private final InputStream stream;

    private SealedStream(InputStream stream) {
        this.stream = stream;
    }

    static SealedStream open(ObjectStore store, String key, long from, long length) {
        try {
            return new SealedStream(store.read(key, from, length));
        } catch (ObjectMissingException e) {
            throw new ContentTamperedException(Finding.MISSING);
        }
    }

    /** Bytes from somewhere else; closed with this. */
    static SealedStream of(InputStream stream) {
        return new SealedStream(stream);
    }

    /** Exactly that many bytes. */
    void fill(byte[] target, int length) {
        try {
            if (stream.readNBytes(target, 0, length) < length) {
                throw new ContentTamperedException(Finding.TRUNCATED);
            }
        } catch (IOException e) {
            throw new StorageUnavailableException("GetObject", Effect.NONE, e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new StorageUnavailableException("GetObject", Effect.NONE, e);
        }
    }
}
