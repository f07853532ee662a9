package org.aletheia.joins.prior;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.http.SafeTrace;
import org.aletheia.testimony.vault.Identity;
import org.aletheia.testimony.vault.IdentityWatch;
import org.aletheia.testimony.vault.VaultSubject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Marks each identity that is stored, and has questions compared while the server runs. */
@ApplicationScoped
class PriorInterviewsAtWork implements IdentityWatch {
    private static final Logger LOG = Logger.getLogger(PriorInterviewsAtWork.class);

    private final IdentityMarks marks;
    private final MarkRegister register;
    private final PriorComparison comparison;
    private final PriorInterviewConfig config;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("prior-interviews").factory());

    PriorInterviewsAtWork(
            IdentityMarks marks,
            MarkRegister register,
            PriorComparison comparison,
            PriorInterviewConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.marks = marks;
        this.register = register;
        this.comparison = comparison;
        this.config = config;
        this.enabled = enabled;
    }

    @Override
    public void stored(VaultSubject subject, Identity identity) {
        Set<ByteBuffer> all = marks.of(identity);
        register.replace(subject, all);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            long pause = config.compareEvery().toMillis();
            timer.scheduleWithFixedDelay(this::compare, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** A failure must not end the schedule, nor must an error. */
    private void compare() {
        try {
            comparison.compare();
        } catch (Throwable e) {
            LOG.warnf("questions about earlier interviews could not be compared yet: %s", SafeTrace.of(e));
        }
    }
}
