package org.aletheia.custody.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aletheia.custody.store.ReplicaLock;
import org.jspecify.annotations.Nullable;

/**
 * When to publish, and what is known of it: runs when events wait, and from time to time to compare the bucket with the
 * journal. A failure stands until a run of this replica has succeeded: having nothing to do, or another replica's being at
 * it, shows nothing. One thread steps; any may ask.
 */
final class Publication {
    private final Publisher publisher;
    private final ReplicaLock lock;
    private final Duration checkEvery;
    private final Duration publishEvery;
    private final InstantSource clock;
    private Instant checked = Instant.EPOCH;
    private volatile boolean succeeded;
    private volatile @Nullable RuntimeException standing;

    Publication(
            Publisher publisher, ReplicaLock lock, Duration checkEvery, Duration publishEvery, InstantSource clock) {
        this.publisher = publisher;
        this.lock = lock;
        this.checkEvery = checkEvery;
        this.publishEvery = publishEvery;
        this.clock = clock;
    }

    /**
     * Runs where a run is due.
     *
     * @return whether anything was published
     * @throws RuntimeException what {@link Publisher#run()} throws, now or when it was last tried
     */
    boolean step() {
        Instant now = clock.instant();
        boolean due = standing != null || Duration.between(checked, now).compareTo(checkEvery) >= 0;
        if (!due && (!publisher.behind() || tooSoon(now))) {
            return false;
        }
        boolean published = lock.run(() -> attempt(now));
        RuntimeException failure = standing;
        if (failure != null) {
            throw failure; // also where another replica holds the lock
        }
        return published;
    }

    /** How long events that wait for publication must still do so; empty where none wait. Asks the database alone. */
    Optional<Duration> wait(Instant now) {
        return publisher.behind() ? Optional.of(left(now)) : Optional.empty();
    }

    /** As {@link Publisher#prepare()}, unless another replica is at it. */
    void prepare() {
        lock.run(() -> {
            publisher.prepare();
            return true;
        });
    }

    private boolean tooSoon(Instant now) {
        return left(now).isPositive();
    }

    /** Each checkpoint stays for ever, so there are not too many, however many replicas publish. A clock set back never waits. */
    private Duration left(Instant now) {
        return publisher
                .lastSigned()
                .map(last -> Duration.between(last, now))
                .filter(since -> !since.isNegative() && since.compareTo(publishEvery) < 0)
                .map(publishEvery::minus)
                .orElse(Duration.ZERO);
    }

    private boolean attempt(Instant now) {
        try {
            boolean published = publisher.run();
            checked = now;
            succeeded = true;
            standing = null;
            return published;
        } catch (LostRaceException e) {
            throw e; // another replica was faster: nothing failed
        } catch (RuntimeException e) {
            standing = e;
            throw e;
        } catch (Error e) {
            standing = new IllegalStateException(e.getClass().getSimpleName(), e);
            throw e;
        }
    }

    /**
     * Whether the journal is the one that was published: a run has succeeded since the start, no failure stands, and the
     * bucket's checkpoint and the journal agree now. False where nothing was published yet.
     *
     * @throws RuntimeException as {@link Publisher#run()}; what cannot be asked is not verified
     */
    boolean verified() {
        return succeeded && standing == null && publisher.check();
    }
}
