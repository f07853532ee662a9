package org.aletheia.evidence.content;

import java.time.Duration;

/** Part buffers of one size. */
final class BufferPool extends Pool<byte[]> {
    private final int size;

    /**
     * @param size bytes of one buffer
     * @param count how many there are at most
     */
    BufferPool(int size, int count, Duration patience) {
        super(() -> new byte[size], count, patience);
        this.size = size;
    }

    int bufferSize() {
        return size;
    }
}
