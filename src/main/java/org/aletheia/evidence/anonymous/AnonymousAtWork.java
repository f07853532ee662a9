package org.aletheia.evidence.anonymous;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.evidence.EvidenceConfig;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;
import org.aletheia.platform.http.SafeTrace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends, while the server runs, what was handed in without an account and nobody decided in time, and removes the bytes of what
 * waits no more. Safe on several replicas; what fails is tried again the next time.
 */
@ApplicationScoped
public class AnonymousAtWork {
    private static final Logger LOG = Logger.getLogger(AnonymousAtWork.class);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final int PAGE = 100;

    private final StoredAnonymously stored;
    private final AnonymousIntake intake;
    private final AnonymousContents contents;
    private final Clock clock;
    private final Duration every;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("anonymous-at-work").factory());

    AnonymousAtWork(
            StoredAnonymously stored,
            AnonymousIntake intake,
            AnonymousContents contents,
            Clock clock,
            EvidenceConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.stored = stored;
        this.intake = intake;
        this.contents = contents;
        this.clock = clock;
        this.every = config.depositExpiryEvery();
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            Duration first = every.compareTo(SOON) < 0 ? every : SOON;
            timer.scheduleWithFixedDelay(this::attempt, first.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    /** One run. @return how many files were removed */
    int run() {
        List<UUID> expired = stored.expired(clock.instant(), PAGE);
        while (!expired.isEmpty()) {
            expired.forEach(intake::expire);
            expired = stored.expired(clock.instant(), PAGE);
        }
        return contents.clear();
    }

    /** A failure must not end the schedule, nor must an error. */
    private void attempt() {
        try {
            int removed = run();
            LOG.debugf("anonymous deposits: %d files removed", removed);
        } catch (Throwable e) {
            LOG.warnf("ending anonymous deposits failed and is tried again: %s", SafeTrace.of(e));
        }
    }
}
