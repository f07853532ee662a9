package org.aletheia.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.custody.log.LogRefusedException;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.evidence.content.ContentConfig;
import org.aletheia.evidence.content.KnownContents;
import org.aletheia.evidence.content.Orphans;
import org.aletheia.evidence.content.OrphansRefusedException;
import org.aletheia.evidence.retention.ContentClearing;
import org.aletheia.evidence.retention.ContentLocks;
import org.aletheia.evidence.retention.RetentionConfig;
import org.aletheia.evidence.store.ExpiredDeposits;
import org.aletheia.platform.http.HttpConfig;
import org.aletheia.platform.jobs.Rounds;
import org.aletheia.platform.objectstore.ObjectStores;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does, while the server runs, what nobody asks for: clears away deposits whose time is over and what interrupted uploads
 * left in the store, and keeps the locks of what is stored. Safe on several replicas; what fails is tried again the next time.
 */
@ApplicationScoped
public class EvidenceAtWork {
    private static final Logger LOG = Logger.getLogger(EvidenceAtWork.class);

    /** First runs come this early even where the period is long: a server that is restarted each day must not skip them. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private final ExpiredDeposits expired;
    private final Orphans orphans;
    private final ContentLocks locks;
    private final ContentClearing clearing;
    private final Clock clock;
    private final EvidenceConfig config;
    private final HttpConfig http;
    private final ContentConfig content;
    private final RetentionConfig retention;
    private final boolean enabled;
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Rounds rounds = new Rounds("evidence-at-work", 4);

    EvidenceAtWork(
            ExpiredDeposits expired,
            ObjectStores stores,
            KnownContents known,
            ContentLocks locks,
            ContentClearing clearing,
            LogRunner log,
            MeterRegistry meters,
            Clock clock,
            EvidenceConfig config,
            HttpConfig http,
            ContentConfig content,
            RetentionConfig retention,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.expired = expired;
        this.orphans = new Orphans(stores, known, content, log::verified, clock);
        this.locks = locks;
        this.clearing = clearing;
        this.clock = clock;
        this.config = config;
        this.http = http;
        this.content = content;
        this.retention = retention;
        this.enabled = enabled;
        Gauge.builder("aletheia.content.orphans", unknown::get)
                .description(
                        "Stored objects beyond the grace time that no record named in the last run of their collector")
                .register(meters);
        Gauge.builder("aletheia.content.orphans.refused", refused::get)
                .description(
                        "1 while the collector of orphans refuses to remove any, because the database may be the wrong one")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            every(config.depositExpiryEvery(), "removing deposits that expired", this::expire);
            every(content.orphanEvery(), "removing leftovers of uploads", this::collect);
            every(retention.patrolEvery(), "looking after locks", this::patrol);
            every(retention.patrolEvery(), "removing the bytes of what was disposed of", this::clear);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.close();
    }

    private void expire() {
        int removed = expired.remove(clock.instant(), http.idempotencyLife());
        LOG.debugf("deposits that expired: %d removed", removed);
    }

    private void collect() {
        Orphans.Collected done = collectSafely();
        if (done.objects() + done.uploads() > 0) {
            LOG.infof("leftovers of uploads: %d objects, %d unfinished removed", done.objects(), done.uploads());
        }
    }

    /** A refusal is told as an error and as a figure: it may mean that this server stands on the wrong database. */
    private Orphans.Collected collectSafely() {
        try {
            Orphans.Collected done = orphans.collect();
            unknown.set(done.unknown());
            refused.set(0);
            return done;
        } catch (OrphansRefusedException e) {
            unknown.set(e.unknown());
            refused.set(1);
            LOG.errorf("leftovers of uploads are not removed: %s", e.getMessage());
            return new Orphans.Collected(e.unknown(), 0, 0, 0);
        } catch (LogRefusedException e) {
            refused.set(1);
            throw e;
        }
    }

    private void patrol() {
        long changed = locks.patrol();
        if (changed > 0) {
            LOG.infof("locks of stored bytes: %d set or renewed", changed);
        }
    }

    private void clear() {
        ContentClearing.Cleared done = clearing.clear();
        if (done.removed() > 0) {
            LOG.infof("bytes of what was disposed of: %d removed, %d locked still", done.removed(), done.locked());
        }
    }

    private void every(Duration period, String what, Runnable work) {
        Duration first = period.compareTo(SOON) < 0 ? period : SOON;
        rounds.every(first, period, what, work);
    }
}
