package org.aletheia.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Commits the events of many callers at once: while one transaction is being made durable, the next callers gather. Who
 * calls alone waits for nobody.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_WAITING = 4096;
    private static final long GATHER_NANOS = 300_000;

    private final Transactions database;
    private final Runnable committed;
    private final long patienceMillis;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private int last;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    private record Waiting(SealedRow row, CompletableFuture<Void> durable) {}

    /**
     * @param database not of the pool from which those who wait may hold connections
     * @param committed called after each transaction
     * @param patienceMillis how long a caller waits at most
     */
    GroupCommit(Transactions database, Runnable committed, long patienceMillis) {
        this.database = database;
        this.committed = committed;
        this.patienceMillis = patienceMillis;
        this.thread = Thread.ofPlatform().daemon().name("journal-reads").start(this::loop);
    }

    /**
     * Returns once the row is durable.
     *
     * @throws JournalUnavailableException where that is not known
     */
    void append(SealedRow row) {
        Waiting waiting = new Waiting(row, new CompletableFuture<>());
        try {
            if (!queue.offer(waiting, patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new JournalUnavailableException("too many reads wait for the journal", new TimeoutException());
            }
            waiting.durable().get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JournalUnavailableException("the read could not be journalled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("interrupted before the read was journalled", e);
        }
    }

    /** Gives up those who wait; they are told so. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Why the last round failed; null when it did not. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether anybody takes reads in. */
    boolean alive() {
        return thread.isAlive();
    }

    private void loop() {
        List<Waiting> batch = new ArrayList<>(MOST_AT_ONCE);
        while (!closed) {
            attempt(batch);
        }
        queue.drainTo(batch);
        fail(batch, new IllegalStateException("the server stops"));
    }

    /** One round. Whatever goes wrong in it, its callers are told and the next round comes: every read waits for this. */
    private void attempt(List<Waiting> batch) {
        try {
            batch.clear();
            round(batch);
            failure = null;
        } catch (Throwable e) {
            // Also where memory is short: callers that cannot even be told so give up after their patience.
            failed(batch, e);
        }
    }

    private void round(List<Waiting> batch) throws InterruptedException {
        batch.add(queue.take());
        gather();
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        last = batch.size();
        commit(batch);
    }

    /**
     * Those who were answered together mostly come again together, the first of them a moment before the others: who waits for
     * the others spares a commit. One caller alone waits so once, after many.
     */
    private void gather() {
        long end = System.nanoTime() + GATHER_NANOS;
        while (queue.size() + 1 < last && System.nanoTime() < end) {
            LockSupport.parkNanos(GATHER_NANOS / 10);
        }
    }

    /** One durable effect: the transaction. Where its answer is lost the events may exist, and their reads are refused. */
    private void commit(List<Waiting> batch) {
        List<SealedRow> rows = batch.stream().map(Waiting::row).toList();
        database.commit(connection -> {
            PendingStore.insert(connection, rows);
            return rows.size();
        });
        batch.forEach(waiting -> waiting.durable().complete(null));
        committed.run();
    }

    private void failed(List<Waiting> batch, Throwable cause) {
        try {
            boolean first = failure == null;
            failure = cause;
            fail(batch, cause);
            if (first && !closed) {
                LOG.errorf("reads could not be journalled: %s", Failures.describe(cause));
            }
        } catch (Throwable e) {
            failure = e; // the next round may have the memory that this one lacked
        }
    }

    private static void fail(List<Waiting> batch, Throwable cause) {
        batch.forEach(waiting -> waiting.durable().completeExceptionally(cause));
    }
}
