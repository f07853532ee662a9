package org.aletheia.custody.timestamping;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.custody.log.Failures;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** What each authority has timestamped last, and what keeps this replica from more. Says nothing of readiness: intake and publication go on without them. */
@Wellness
@ApplicationScoped
class TimestampsHealth implements HealthCheck {
    private final TimestampRunner timestamps;
    private final TimestampsConfig config;

    TimestampsHealth(TimestampRunner timestamps, TimestampsConfig config) {
        this.timestamps = timestamps;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("timestamps").up();
        try {
            for (TimestampRunner.Standing standing : timestamps.standings()) {
                response.withData(standing.name(), text(standing));
                if (standing.lag().compareTo(config.lateAfter()) > 0) {
                    response.down();
                }
            }
            RuntimeException locking = timestamps.lockingFailure();
            if (locking != null) {
                response.withData("locking", "cannot go on: " + Failures.describe(locking));
            }
        } catch (DatabaseFailure e) {
            response.withData("authorities", "unknown: the database cannot be asked")
                    .down();
        }
        return response.build();
    }

    private static String text(TimestampRunner.Standing standing) {
        String last = standing.last()
                .map(one -> "size " + one.size() + " at " + one.stated())
                .orElse("nothing yet");
        RuntimeException failure = standing.failure();
        return last + ", behind by " + standing.lag().toSeconds() + " s; " + standing.how()
                + (failure == null ? "" : "; cannot go on: " + Failures.describe(failure));
    }
}
