package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class WorkerTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void goesOnAtOnceWhileThereIsMoreAndThenWaitsToBeWoken() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        Semaphore idle = new Semaphore(0);
        try (Worker worker = new Worker("test", () -> more(left, idle), LONG)) {
            assertThat(idle.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            assertThat(left.get()).isEqualTo(-1);
            left.set(1);
            worker.wake();
            assertThat(idle.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            assertThat(left.get()).isEqualTo(-1);
        }
    }

    @Test
    void aWakeDuringAStepIsNotLost() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(2);
        try (Worker worker = new Worker("test", () -> hold(started, woken, again), LONG)) {
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
            worker.wake();
            woken.countDown();
            assertThat(again.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aStepThatFailsIsTriedAgainAndTheFailureIsKnownUntilItSucceeds() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch failedTwice = new CountDownLatch(2);
        CountDownLatch mayPass = new CountDownLatch(1);
        Semaphore passed = new Semaphore(0);
        try (Worker worker =
                new Worker("test", () -> failing(tries, failedTwice, mayPass, passed), Duration.ofMillis(5))) {
            assertThat(failedTwice.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.failure()).isInstanceOf(IllegalStateException.class);
            mayPass.countDown();
            assertThat(passed.tryAcquire(2, 5, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.failure()).isNull();
        }
    }

    private static boolean more(AtomicInteger left, Semaphore idle) {
        boolean more = left.getAndDecrement() > 0;
        if (!more) {
            idle.release();
        }
        return more;
    }

    private static boolean hold(CountDownLatch started, CountDownLatch woken, CountDownLatch again) {
        started.countDown();
        again.countDown();
        try {
            woken.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean failing(
            AtomicInteger tries, CountDownLatch failedTwice, CountDownLatch mayPass, Semaphore passed) {
        if (mayPass.getCount() > 0) {
            tries.incrementAndGet();
            failedTwice.countDown();
            throw new IllegalStateException("try " + tries.get());
        }
        passed.release();
        return false;
    }
}
