package org.aletheia.platform.objectstore;

import java.util.concurrent.CompletableFuture;

/**
 * A multipart upload under way, for one thread. Close it in every case: closing without a commit aborts.
 */
public interface ObjectWriter extends AutoCloseable {
    /**
     * Sends the next part. The bytes must not change until the future is done. All parts but the last have at least 5 MiB.
     * Fails with {@link StorageUnavailableException}. The first part opens the upload, which is one more request.
     */
    CompletableFuture<Void> part(Payload payload);

    /**
     * Makes the object visible; atomic, durable on return. All futures of {@link #part} must have succeeded.
     *
     * @throws StorageUnavailableException with {@link StorageUnavailableException.Effect#UNKNOWN} where the answer was
     *     lost: the object may exist, whole
     */
    void commit();

    /** Aborts unless committed. Never throws: what could not be aborted is left to the collector of pending uploads. */
    @Override
    void close();
}
