package org.aletheia.platform.keys;

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

/** Takes the key-encryption key into use at start, then follows it and copies the register while the server runs. */
@ApplicationScoped
public class KeysAtWork {
    private static final Logger LOG = Logger.getLogger(KeysAtWork.class);

    private final WrappingKeys keks;
    private final KeyCopier copier;
    private final KeyTombstones tombstones;
    private final TextSeals texts;
    private final KeysConfig config;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("key-copier").factory());

    public KeysAtWork(
            WrappingKeys keks,
            KeyCopier copier,
            KeyTombstones tombstones,
            TextSeals texts,
            KeysConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.keks = keks;
        this.copier = copier;
        this.tombstones = tombstones;
        this.texts = texts;
        this.config = config;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        keks.prepare();
        texts.prepare();
        long pause = config.copyEvery().toMillis();
        timer.schedule(this::apply, 0, TimeUnit.MILLISECONDS);
        if (enabled) {
            timer.scheduleWithFixedDelay(this::copy, pause, pause, TimeUnit.MILLISECONDS);
        }
        timer.scheduleWithFixedDelay(this::follow, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(config.copyEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            timer.shutdownNow();
        }
    }

    /** Until it has succeeded the server is not ready. */
    private void apply() {
        try {
            tombstones.apply();
        } catch (Throwable e) {
            LOG.warnf("destroyed keys could not be looked up in the keys bucket yet: %s", SafeTrace.of(e));
            timer.schedule(this::apply, config.copyEvery().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void follow() {
        try {
            keks.follow();
        } catch (Throwable e) {
            LOG.warnf("which key-encryption key wraps could not be looked up: %s", SafeTrace.of(e));
        }
    }

    void copy() {
        try {
            copier.copyDue();
        } catch (Throwable e) {
            // Store or database away: the rows stay due and the next round takes them. An error must not end the
            // schedule.
            LOG.warnf("unit keys could not be copied to the keys bucket yet: %s", SafeTrace.of(e));
        }
    }
}
