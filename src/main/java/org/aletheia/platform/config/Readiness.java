package org.aletheia.platform.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks every {@link ProductionCheck} before anything else starts. Severe findings stop a production start, all of them
 * named at once; in development and tests they are logged.
 */
@ApplicationScoped
class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class);
    private static final int BEFORE_ALL_OTHERS = 1;

    private final Instance<ProductionCheck> checks;

    Readiness(Instance<ProductionCheck> checks) {
        this.checks = checks;
    }

    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
        List<Unsafe> found =
                checks.stream().flatMap(check -> check.check().stream()).toList();
        found.forEach(unsafe -> LOG.warn(unsafe.toString()));
        requireSafe(found, LaunchMode.current() == LaunchMode.NORMAL);
    }

    /** @throws IllegalStateException naming each severe finding */
    static void requireSafe(List<Unsafe> found, boolean production) {
        List<Unsafe> severe = found.stream().filter(Unsafe::severe).toList();
        if (production && !severe.isEmpty()) {
            throw new IllegalStateException(severe.stream()
                    .map(Unsafe::toString)
                    .collect(Collectors.joining("\n  ", "not safe to start:\n  ", "")));
        }
    }
}
