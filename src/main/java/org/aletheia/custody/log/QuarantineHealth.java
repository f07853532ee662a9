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
        LogStanding standing = log.standing();
        return HealthCheckResponse.named("log-quarantine")
                .withData("journal", standing.code())
                .withData("events", standing == LogStanding.SOUND ? "are sequenced" : "wait: " + why())
                .status(standing == LogStanding.SOUND)
                .build();
    }

    private String why() {
        return switch (log.sequencingFailure()) {
            case LogRefusedException refused ->
                refused.reason().code() + ", " + refused.reason().remedy();
            case null -> "the journal was not yet compared with what was published";
            case RuntimeException failure ->
                "the journal could not yet be compared with what was published: " + Failures.describe(failure);
        };
    }
}
