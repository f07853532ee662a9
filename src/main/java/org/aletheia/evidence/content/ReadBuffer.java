package org.aletheia.evidence.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The memory of one reader. Plaintext is wiped when it is given back. */
final class ReadBuffer {
    private static final int HALVES = 2;

    /** Bytes of a pooled buffer. */
    static final int SIZE = HALVES * SegmentLayout.SEGMENT;

    private final byte[] bytes;
    private final @Nullable BufferPool pool;

    private ReadBuffer(byte[] bytes, @Nullable BufferPool pool) {
        this.bytes = bytes;
        this.pool = pool;
    }

    /** For content of one segment that has this length when sealed. */
    static ReadBuffer of(int length) {
        return new ReadBuffer(new byte[length], null);
    }

    /** Waits for one of {@link #SIZE}. */
    static ReadBuffer from(BufferPool pool) {
        return new ReadBuffer(pool.acquire(), pool);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where a segment lies: neighbours in different halves. */
    int place(long segment) {
        return pool == null ? 0 : (int) (segment % HALVES) * SegmentLayout.SEGMENT;
    }

    /** To be called once. */
    void release() {
        Arrays.fill(bytes, (byte) 0);
        if (pool != null) {
            pool.release(bytes);
        }
    }
}
