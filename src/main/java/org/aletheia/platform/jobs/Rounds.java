package org.aletheia.platform.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.http.SafeTrace;
import org.jboss.logging.Logger;

/** Works that are done again after a pause, for as long as the server runs. A round that fails is told, and tried again. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ScheduledExecutorService timer;

    /**
     * None yet.
     *
     * @param name of the threads
     * @param atOnce how many works are done at the same time at most; no work is done twice at once
     */
    public Rounds(String name, int atOnce) {
        this.timer = Executors.newScheduledThreadPool(
                atOnce, Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /**
     * Begins to do it.
     *
     * @param first how long until the first round
     * @param pause from the end of a round to the next
     * @param what it is, for the log: names no record and no person
     */
    public void every(Duration first, Duration pause, String what, Runnable work) {
        timer.scheduleWithFixedDelay(
                () -> round(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the schedule, nor must an error. */
    private static void round(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            LOG.warnf("%s failed and is tried again: %s", what, SafeTrace.of(e));
        }
    }

    /** Begins no other round, and interrupts those under way. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
