package org.aletheia.evidence.content;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/**
 * Memory, bounded in number of pieces, used again and again. Nobody may wait here while holding a piece: so whoever holds
 * one can finish, and there is no deadlock.
 */
class Pool<T> {
    private final Supplier<T> made;
    private final Semaphore permits;
    private final Duration patience;
    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param made a new piece
     * @param count how many there are at most
     */
    Pool(Supplier<T> made, int count, Duration patience) {
        this.made = made;
        this.permits = new Semaphore(count, true);
        this.patience = patience;
    }

    /** Waits for a piece. */
    T acquire() {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StorageUnavailableException("buffer", Effect.NONE, null);
    }

    /** A piece, if one is free this instant. */
    Optional<T> tryAcquire() {
        return permits.tryAcquire() ? Optional.of(take()) : Optional.empty();
    }

    /** Gives one back; nobody may touch it afterwards. */
    void release(T piece) {
        idle.add(piece);
        permits.release();
    }

    /** Where memory is too short for a new piece, its place stays free for a later try. */
    private T take() {
        T piece = idle.poll();
        if (piece != null) {
            return piece;
        }
        try {
            return made.get();
        } catch (Error e) {
            permits.release();
            throw e;
        }
    }
}
