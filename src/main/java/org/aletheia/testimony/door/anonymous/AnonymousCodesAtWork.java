package org.aletheia.testimony.door.anonymous;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.http.SafeTrace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends codes of the anonymous door whose time is over, and the messages with them. Safe on several replicas. */
@ApplicationScoped
public class AnonymousCodesAtWork {
    private static final Logger LOG = Logger.getLogger(AnonymousCodesAtWork.class);
    private static final long MINUTES = 60;

    private final AnonymousCodes codes;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("anonymous-codes-at-work").factory());

    AnonymousCodesAtWork(
            AnonymousCodes codes,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.codes = codes;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            timer.scheduleWithFixedDelay(this::attempt, MINUTES, MINUTES, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    /** A failure must not end the schedule, nor must an error. */
    private void attempt() {
        try {
            codes.endOld();
        } catch (Throwable e) {
            LOG.warnf("ending old codes failed and is tried again: %s", SafeTrace.of(e));
        }
    }
}
