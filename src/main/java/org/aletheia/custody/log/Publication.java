package org.aletheia.custody.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.platform.time.Ticker;
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
    private final Ticker ticker;
    private boolean checked;
    private long checkedAt;
    private volatile boolean succeeded;
    private volatile @Nullable RuntimeException standing;

    /**
     * @param checkEvery by the ticker, which is of this process
     * @param publishEvery by the clock, since replicas know of each other's publications by what they wrote down
     */
    Publication(
            Publisher publisher,
            ReplicaLock lock,
            Duration checkEvery,
            Duration publishEvery,
            InstantSource clock,
            Ticker ticker) {
        this.publisher = publisher;
        this.lock = lock;
        this.checkEvery = checkEvery;
        this.publishEvery = publishEvery;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** As {@link #step(Duration, Pace)}, not before its time. */
    boolean step() {
        return step(Duration.ZERO, Pace.NONE);
    }

    /**
     * Runs where a run is due. Where the last checkpoint is too young for another one, it compares, and publishes no more than
     * was signed before: so a failure is found out, and no replica adds a checkpoint because it has just started or failed.
     *
     * @param lead how long before its time a run that signs may begin
     * @param pace is to hold it until {@link #untilNext()} is over
     * @return whether anything was published
     * @throws RuntimeException what {@link Publisher#run()} throws, now or when it was last tried
     */
    boolean step(Duration lead, Pace pace) {
        boolean due = standing != null || !checked || ticker.since(checkedAt).compareTo(checkEvery) >= 0;
        if (!due && (!publisher.behind() || tooSoon(lead))) {
            return false;
        }
        boolean published = lock.run(() -> attempt(lead, pace));
        RuntimeException failure = standing;
        if (failure != null) {
            throw failure; // also where another replica holds the lock
        }
        return published;
    }

    /** How long events that wait for publication must still do so; empty where none wait. Asks the database alone. */
    Optional<Duration> left() {
        return publisher.behind() ? Optional.of(untilNext()) : Optional.empty();
    }

    /**
     * How long no tree may be signed yet. Each checkpoint stays for ever, so there are not too many, however many replicas
     * publish. A clock set back never waits.
     */
    Duration untilNext() {
        Instant now = clock.instant();
        return publisher
                .lastSigned()
                .map(last -> Duration.between(last, now))
                .filter(since -> !since.isNegative() && since.compareTo(publishEvery) < 0)
                .map(publishEvery::minus)
                .orElse(Duration.ZERO);
    }

    /** As {@link Publisher#prepare()}, unless another replica is at it. */
    void prepare() {
        lock.run(() -> {
            publisher.prepare();
            return true;
        });
    }

    private boolean tooSoon(Duration lead) {
        return untilNext().compareTo(lead) > 0;
    }

    private boolean attempt(Duration lead, Pace pace) {
        try {
            long began = ticker.nanos();
            // asked again: the other replica may have been at it until now
            boolean published = publisher.run(!tooSoon(lead), pace);
            checked = true;
            checkedAt = began;
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
