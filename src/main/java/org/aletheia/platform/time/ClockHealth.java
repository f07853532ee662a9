package org.aletheia.platform.time;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the clock runs backwards. Says nothing of readiness: time orders nothing here. */
@Wellness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private final WatchedClock clock;

    ClockHealth(WatchedClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<WatchedClock.SetBack> setBack = clock.setBack();
        return HealthCheckResponse.named("clock")
                .withData(
                        "shows",
                        setBack.map(back -> back.to() + ", after it had shown " + back.from())
                                .orElse("no time twice"))
                .status(setBack.isEmpty())
                .build();
    }
}
