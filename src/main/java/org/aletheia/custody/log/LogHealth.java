package org.aletheia.custody.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log goes on. A bucket or signer that cannot be reached leaves the server ready: events wait and nothing is
 * lost. So does a database that was set back: intake goes on into the quarantine, which {@link QuarantineHealth} alarms of.
 * A configuration that does not fit the log makes the server unready: another replica may have the right one.
 */
@Readiness
@ApplicationScoped
public class LogHealth implements HealthCheck {
    private final LogRunner log;

    LogHealth(LogRunner log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        RuntimeException publication = log.publicationFailure();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("log")
                .withData("sequencing", state(log.sequencingFailure()))
                .withData("publication", state(publication))
                .withData("keys", state(log.keysFailure()))
                .withData("locking", state(log.lockingFailure()));
        return response.status(!(publication instanceof LogRefusedException refused)
                        || refused.reason().intake())
                .build();
    }

    private static String state(@Nullable RuntimeException failure) {
        return switch (failure) {
            case null -> "running";
            case LogRefusedException refused -> refused.reason().code();
            default -> "failing: " + failure.getClass().getSimpleName();
        };
    }
}
