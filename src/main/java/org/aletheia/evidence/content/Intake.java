package org.aletheia.evidence.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One content on its way into the store: read into a part buffer where its ciphertext will be, sealed there, sent from
 * there. At most two buffers: one being filled, one being sealed and sent.
 *
 * <p>Content that fits into one segment takes a buffer of its own size and no other thread.
 */
final class Intake implements AutoCloseable {
    private static final int MAX_PARTS = 10_000;
    private static final int FIRST_GUESS = 64 << 10;

    private final ObjectStore store;
    private final String key;
    private final ContentSource source;
    private final SealingLanes lanes;
    private final BufferPool pool;

    private byte[] buffer = {};
    private boolean pooled;
    private int filled;
    private long segment;
    private long sent;
    private int parts;
    private @Nullable ObjectWriter writer;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    Intake(ObjectStore store, String key, ContentSource source, SealingLanes lanes, BufferPool pool) {
        this.store = store;
        this.key = key;
        this.source = source;
        this.lanes = lanes;
        this.pool = pool;
    }

    /** Reads and seals everything; afterwards only the last part, or all of a short content, is not sent yet. */
    void take(byte[] prologue, @Nullable Long announced) throws IOException {
        boolean surelyLong = announced != null && announced > SegmentLayout.capacity(0);
        int length = surelyLong ? readIntoPart(prologue) : readHead(prologue, announced);
        if (source.exhausted()) {
            lanes.now(buffer, filled, length);
            filled += length + SegmentLayout.TAG;
            return;
        }
        if (!pooled) {
            moveToPart();
        }
        queue(length, false);
        while (!source.exhausted()) {
            nextSegment();
        }
        join(lanes.sealed());
    }

    /** Makes the object visible, whole. */
    void commit(Digest sealedDigest) {
        ObjectWriter open = writer;
        if (open == null) {
            store.put(key, new Payload(buffer, filled, sealedDigest), "application/octet-stream");
            return;
        }
        join(underWay);
        underWay = send(open, buffer);
        join(underWay);
        open.commit();
    }

    /** Length of the object. */
    long sealedLength() {
        return sent + filled;
    }

    /** Gives up what was not committed. Buffers go back only when no lane and no request can touch them any more. */
    @Override
    public void close() {
        for (CompletableFuture<Void> work : List.of(lanes.sealed(), underWay)) {
            work.handle((done, failure) -> done).join();
        }
        if (writer != null) {
            writer.close();
        }
        if (pooled) {
            pool.release(buffer);
        }
    }

    /** Takes no memory before a part buffer is free. */
    private int readIntoPart(byte[] prologue) throws IOException {
        buffer = pool.acquire();
        pooled = true;
        System.arraycopy(prologue, 0, buffer, 0, prologue.length);
        filled = prologue.length;
        return source.fill(buffer, filled, SegmentLayout.capacity(0));
    }

    private int readHead(byte[] prologue, @Nullable Long announced) throws IOException {
        int capacity = SegmentLayout.capacity(0);
        int guess = (int) Math.clamp(announced == null ? FIRST_GUESS : announced, 1, capacity);
        buffer = Arrays.copyOf(prologue, prologue.length + guess + SegmentLayout.TAG);
        filled = prologue.length;
        int read = source.fill(buffer, filled, guess);
        while (read == guess && guess < capacity && !source.exhausted()) {
            guess = Math.min(capacity, guess * 4);
            buffer = Arrays.copyOf(buffer, prologue.length + guess + SegmentLayout.TAG);
            read += source.fill(buffer, filled + read, guess - read);
        }
        return read;
    }

    private void moveToPart() {
        byte[] part = pool.acquire();
        System.arraycopy(buffer, 0, part, 0, buffer.length);
        buffer = part;
        pooled = true;
    }

    private void nextSegment() throws IOException {
        if (filled + SegmentLayout.SEGMENT > pool.bufferSize()) {
            nextPart();
        }
        int capacity = SegmentLayout.capacity(segment);
        int length = source.fill(buffer, filled, capacity);
        queue(length, length < capacity || source.exhausted());
    }

    private void queue(int length, boolean last) {
        lanes.queue(buffer, filled, length, last);
        filled += length + SegmentLayout.TAG;
        segment++;
    }

    /** Sends the full buffer. The next one is a second buffer where one is free, else this one again when it is sent. */
    private void nextPart() {
        join(underWay);
        if (++parts == MAX_PARTS) {
            throw new ContentTooLongException(limit(pool.bufferSize()));
        }
        ObjectWriter open = writer == null ? store.write(key) : writer;
        writer = open;
        byte[] full = buffer;
        Optional<byte[]> second = pool.tryAcquire();
        CompletableFuture<Void> sending = send(open, full);
        underWay = second.isPresent() ? sending.whenComplete((done, failure) -> pool.release(full)) : sending;
        if (second.isEmpty()) {
            join(underWay);
        }
        buffer = second.orElse(full);
        sent += filled;
        filled = 0;
    }

    private CompletableFuture<Void> send(ObjectWriter open, byte[] part) {
        Payload payload = new Payload(part, filled, null);
        return lanes.sealed().thenCompose(done -> open.part(payload));
    }

    /** The most content that 10,000 parts of this size hold. */
    static long limit(int bufferSize) {
        long segments = (long) (bufferSize / SegmentLayout.SEGMENT) * MAX_PARTS;
        return SegmentLayout.contentStart(segments);
    }

    static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
