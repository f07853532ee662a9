package org.aletheia.custody.log;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that repeats a step: at once while there is more to do, when woken, and after some idle time. A step that
 * throws is tried again after a pause that doubles up to ten seconds; waking does not shorten that pause.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final String name;
    private final Step step;
    private final Duration idle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean woken;
    private boolean stopped;
    private volatile @Nullable RuntimeException failure;

    /** What is repeated. */
    @FunctionalInterface
    public interface Step {
        /** Returns whether there is more to do at once. */
        boolean run();
    }

    /** Starts the thread at once. @param idle how long to wait when there is nothing to do and nobody wakes it */
    public Worker(String name, Step step, Duration idle) {
        this.name = name;
        this.step = step;
        this.idle = idle;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::loop);
    }

    /** Says that there may be something to do. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why the last step failed; null when it did not. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Lets the step under way end, for some seconds, and stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopping()) {
            if (attempt()) {
                pause = FIRST_PAUSE_MILLIS;
            } else {
                await(pause, false);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private boolean attempt() {
        try {
            boolean more = step.run();
            if (failure != null) {
                LOG.infof("%s goes on", name);
                failure = null;
            }
            if (!more) {
                await(idle.toMillis(), true);
            }
            return true;
        } catch (LostRaceException e) {
            return true; // another replica was faster: look again
        } catch (RuntimeException e) {
            report(e);
            return false;
        } catch (Error e) {
            // A thread that died in silence would be worse than one that tries again.
            report(new IllegalStateException(e.getClass().getSimpleName(), e));
            return false;
        }
    }

    private void report(RuntimeException now) {
        RuntimeException before = failure;
        failure = now;
        String text = Failures.describe(now);
        if (before == null || !Failures.describe(before).equals(text)) {
            LOG.errorf("%s cannot go on and keeps trying: %s", name, text);
        }
    }

    private boolean stopping() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private void await(long millis, boolean wakeable) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (nanos > 0 && !stopped && !(wakeable && woken)) {
                nanos = changed.awaitNanos(nanos);
            }
            if (wakeable) {
                woken = false;
            }
        } catch (InterruptedException e) {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
