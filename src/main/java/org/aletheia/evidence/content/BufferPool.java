package org.aletheia.evidence.content;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/**
 * Buffers, bounded in number and used again and again. Nobody may wait here while holding one: so whoever holds one
 * can finish, and there is no deadlock.
 */
final class BufferPool {
    private final int size;
    private final Semaphore permits;
    private final Duration patience;
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param size bytes of one buffer
     * @param count how many there are at most
     */
    BufferPool(int size, int count, Duration patience) {
        this.size = size;
        this.permits = new Semaphore(count, true);
        this.patience = patience;
    }

    /** Waits for a buffer. */
    byte[] acquire() {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StorageUnavailableException("buffer", Effect.NONE, null);
    }

    /** A buffer, if one is free this instant. */
    Optional<byte[]> tryAcquire() {
        return permits.tryAcquire() ? Optional.of(take()) : Optional.empty();
    }

    /** Gives one back; nobody may touch it afterwards. */
    void release(byte[] buffer) {
        idle.add(buffer);
        permits.release();
    }

    int bufferSize() {
        return size;
    }

    private byte[] take() {
        byte[] buffer = idle.poll();
        return buffer == null ? new byte[size] : buffer;
    }
}
