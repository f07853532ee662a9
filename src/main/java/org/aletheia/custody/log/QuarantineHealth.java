package org.aletheia.custody.log;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether new events wait in quarantine, and why. Says nothing of readiness: intake goes on, and its receipts say that they
 * wait.
 */
@Wellness
@ApplicationScoped
class QuarantineHealth implements HealthCheck {
    private final LogRunner log;

    QuarantineHealth(LogRunner log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log-quarantine")
                .withData("events", log.quarantined() ? "wait: " + why() : "are sequenced")
                .status(!log.quarantined())
                .build();
    }

    private String why() {
        return log.sequencingFailure() instanceof LogRefusedException refused
                ? refused.reason().code() + ", " + refused.reason().remedy()
                : "the journal was not yet compared with what was published";
    }
}
