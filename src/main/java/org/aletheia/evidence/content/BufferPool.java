package org.aletheia.evidence.content;

import java.time.Duration;
import java.util.Optional;

/** Part buffers of one size. */
final class BufferPool {
    private final int size;
    private final Pool<byte[]> pool;

    /**
     * @param size bytes of one buffer
     * @param count how many there are at most
     */
    BufferPool(int size, int count, Duration patience) {
        this.size = size;
        this.pool = new Pool<>(() -> new byte[size], count, patience);
    }

    /** As {@link Pool#acquire()}. */
    byte[] acquire() {
        return pool.acquire();
    }

    /** As {@link Pool#tryAcquire()}. */
    Optional<byte[]> tryAcquire() {
        return pool.tryAcquire();
    }

    /** As {@link Pool#release(Object)}. */
    void release(byte[] buffer) {
        pool.release(buffer);
    }

    int bufferSize() {
        return size;
    }
}
