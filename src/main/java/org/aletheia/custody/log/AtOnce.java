package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does several things at once, and tells a failure as if they had been done one after the other. */
final class AtOnce {
    private final ExecutorService threads;

    /** @param threads as many as may talk to the bucket at once */
    AtOnce(ExecutorService threads) {
        this.threads = threads;
    }

    /** Begins; what it gives is waited for where it is asked for. */
    <T> Supplier<T> begin(Callable<T> work) {
        Future<T> running = threads.submit(work);
        return () -> outcome(running);
    }

    /** What all of them give, in order; where some fail, the first failure, once all have ended. */
    <T> List<T> all(List<Callable<T>> work) {
        List<Supplier<T>> running = work.stream().map(this::begin).toList();
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Supplier<T> one : running) {
            try {
                results.add(one.get());
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    /** Does one thing here and the other in a thread of its own; returns, or tells a failure, once both have ended. */
    void beside(Runnable here, Runnable there) {
        Supplier<?> other = begin(Executors.callable(there));
        try {
            here.run();
        } finally {
            var _ = other.get();
        }
    }

    private static <T> T outcome(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
