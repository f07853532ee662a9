package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aletheia.kernel.ForgetfulNames;

/**
 * Counts wrong attempts, by code and by address. The counts are this replica's own and are in memory alone; what is counted
 * by is a keyed hash under a key that ends with the process, so that not even its memory tells who came by. It also bounds
 * how many attempts are under way at once.
 */
@ApplicationScoped
public class DoorLimits {
    private static final int MOST_REMEMBERED = 50_000;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final ForgetfulNames names = new ForgetfulNames();
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final int perCode;
    private final int perAddress;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Limits of their own; the bean is that of the survivor's own door. */
    public DoorLimits(DoorConfig config, Clock clock) {
        this.perCode = config.wrongPerCode();
        this.perAddress = config.wrongPerAddress();
        this.window = config.wrongWindow();
        this.clock = clock;
    }

    /** Whose attempt it is: keyed hashes of locator and address. */
    public record Attempt(String code, String address) {}

    /** The attempt for a locator from an address. */
    public Attempt attempt(byte[] locator, String address) {
        return new Attempt(names.of("code", locator), names.of("address", address.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits a little for a turn. @return false where there is none; {@link #leave()} is to follow only else */
    public boolean enter() {
        try {
            return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives the turn back. */
    public void leave() {
        room.release();
    }

    /** Whether an attempt is heard. */
    public synchronized boolean hears(Attempt attempt) {
        return count(attempt.code) < perCode && count(attempt.address) < perAddress;
    }

    /** Counts a wrong attempt, and one that was not heard. */
    public synchronized void wrong(Attempt attempt) {
        add(attempt.code, perCode);
        add(attempt.address, perAddress);
    }

    private int count(String who) {
        Deque<Instant> times = wrong.get(who);
        if (times == null) {
            return 0;
        }
        Instant since = clock.instant().minus(window);
        while (!times.isEmpty() && times.getFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times.size();
    }

    /** Anew at the end of those remembered; more times than are needed to refuse are not kept. */
    private void add(String who, int most) {
        Deque<Instant> times = wrong.remove(who);
        if (times == null) {
            times = new ArrayDeque<>();
        }
        times.addLast(clock.instant());
        if (times.size() > most) {
            times.removeFirst();
        }
        wrong.put(who, times);
    }
}
