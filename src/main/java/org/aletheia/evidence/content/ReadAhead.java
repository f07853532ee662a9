package org.aletheia.evidence.content;

import java.util.concurrent.Executor;

/**
 * What readers share.
 *
 * @param executor fetches a segment while the one before is given out
 * @param pool of full buffers
 */
record ReadAhead(Executor executor, Pool<ReadBuffer> pool) {
    /** Content up to this length costs less memory than its request does otherwise, and is not counted. */
    private static final int UNCOUNTED = 64 << 10;

    /** Waits for the memory of one reader. */
    ReadBuffer take(long contentLength) {
        return contentLength > UNCOUNTED ? pool.acquire() : ReadBuffer.of((int) contentLength);
    }

    /** Wipes what was read, and gives the memory back; nobody may touch it afterwards. */
    void giveBack(ReadBuffer buffer) {
        buffer.wipe();
        if (buffer.isFull()) {
            pool.release(buffer);
        }
    }
}
