package org.aletheia.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.evidence.content.ContentConfig;
import org.aletheia.evidence.content.KnownContents;
import org.aletheia.evidence.content.Orphans;
import org.aletheia.evidence.retention.ContentLocks;
import org.aletheia.evidence.retention.RetentionConfig;
import org.aletheia.evidence.store.ExpiredDeposits;
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

    private final ExpiredDeposits expired;
    private final Orphans orphans;
    private final ContentLocks locks;
    private final Clock clock;
    private final EvidenceConfig config;
    private final ContentConfig content;
    private final RetentionConfig retention;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            3, Thread.ofVirtual().name("evidence-at-work-", 0).factory());

    EvidenceAtWork(
            ExpiredDeposits expired,
            ObjectStores stores,
            KnownContents known,
            ContentLocks locks,
            Clock clock,
            EvidenceConfig config,
            ContentConfig content,
            RetentionConfig retention,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.expired = expired;
        this.orphans = new Orphans(stores, known, content, clock);
        this.locks = locks;
        this.clock = clock;
        this.config = config;
        this.content = content;
        this.retention = retention;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            every(config.depositExpiryEvery(), "deposits that expired", this::expire);
            every(content.orphanEvery(), "leftovers of uploads", this::collect);
            every(retention.patrolEvery(), "locks that run out", this::patrol);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void expire() {
        int removed = expired.remove(clock.instant());
        LOG.debugf("deposits that expired: %d removed", removed);
    }

    private void collect() {
        Orphans.Collected done = orphans.collect();
        if (done.objects() + done.uploads() > 0) {
            LOG.infof("leftovers of uploads: %d objects, %d unfinished removed", done.objects(), done.uploads());
        }
    }

    private void patrol() {
        long changed = locks.patrol();
        if (changed > 0) {
            LOG.infof("locks of stored bytes: %d set or renewed", changed);
        }
    }

    private void every(Duration period, String what, Runnable work) {
        long seconds = period.toSeconds();
        timer.scheduleWithFixedDelay(() -> attempt(what, work), seconds, seconds, TimeUnit.SECONDS);
    }

    /** A failure must not end the schedule. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s are still there: %s", what, e.getClass().getSimpleName());
        }
    }
}
