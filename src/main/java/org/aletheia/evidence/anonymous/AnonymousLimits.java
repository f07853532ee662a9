package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;
import org.aletheia.kernel.ForgetfulNames;

/**
 * How much is taken without an account: by address, at once, and in all, so that a flood can neither fill the store nor keep
 * the server from what members hand in. Addresses are counted by keyed hashes under a key that ends with the process.
 */
@ApplicationScoped
class AnonymousLimits {
    private static final int MOST_REMEMBERED = 50_000;

    private final ForgetfulNames names = new ForgetfulNames();
    private final Semaphore room;
    private final AnonymousDoorConfig config;
    private final StoredAnonymously stored;
    private final Clock clock;
    private final Map<String, Deque<Instant>> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    AnonymousLimits(AnonymousDoorConfig config, StoredAnonymously stored, Clock clock) {
        this.room = new Semaphore(config.arrivals());
        this.config = config;
        this.stored = stored;
        this.clock = clock;
    }

    /** Whether a deposit from there is taken now; {@link #leave} is to follow only then. It counts from here on. */
    boolean enter(String address) {
        if (!room.tryAcquire()) {
            return false;
        }
        boolean entered = false;
        try {
            entered = hasRoom() && counts(names.of("address", address.getBytes(StandardCharsets.UTF_8)));
            return entered;
        } finally {
            if (!entered) {
                leave();
            }
        }
    }

    void leave() {
        room.release();
    }

    /** What waits for its removal counts too: the store holds it still. */
    private boolean hasRoom() {
        StoredAnonymously.Amount amount = stored.amount();
        return amount.deposits() < config.mostWaiting()
                && amount.bytes() < config.mostStored().asLongValue();
    }

    private synchronized boolean counts(String who) {
        Deque<Instant> times = taken.computeIfAbsent(who, key -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!times.isEmpty() && times.getFirst().isBefore(now.minus(config.window()))) {
            times.removeFirst();
        }
        if (times.size() >= config.mostPerAddress()) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
