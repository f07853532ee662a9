package org.aletheia.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.evidence.store.ExpiredDeposits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes deposits whose time is over, while the server runs. Safe on several replicas. */
@ApplicationScoped
public class EvidenceAtWork {
    private static final Logger LOG = Logger.getLogger(EvidenceAtWork.class);

    private final ExpiredDeposits expired;
    private final Clock clock;
    private final EvidenceConfig config;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("deposit-expiry").factory());

    EvidenceAtWork(
            ExpiredDeposits expired,
            Clock clock,
            EvidenceConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.expired = expired;
        this.clock = clock;
        this.config = config;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            long seconds = config.depositExpiryEvery().toSeconds();
            timer.scheduleWithFixedDelay(this::expire, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void expire() {
        try {
            int removed = expired.remove(clock.instant());
            LOG.debugf("%d deposits expired", removed);
        } catch (RuntimeException e) {
            LOG.warnf("deposits that expired are still there: %s", e.getClass().getSimpleName());
        }
    }
}
