package org.aletheia.evidence.fixity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether all bytes are what they were, and were read within the period. Says nothing of readiness: a damaged item is no
 * reason to refuse another.
 */
@Wellness
@ApplicationScoped
class FixityHealth implements HealthCheck {
    private final FixityPlan plan;
    private final FixityConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    FixityHealth(FixityPlan plan, FixityConfig config, MeterRegistry meters, Clock clock) {
        this.plan = plan;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        gauge("aletheia.fixity.damaged", "Items whose bytes were not those that were received", at -> at.damaged());
        gauge("aletheia.fixity.unreadable", "Items whose bytes the store did not give", at -> at.unreadable());
        gauge("aletheia.fixity.overdue", "Items whose bytes were not read within the period", at -> at.overdue());
        gauge(
                "aletheia.fixity.oldest.seconds",
                "How long ago those bytes were read of which it is longest",
                at -> at.age(clock.instant()).toSeconds());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("fixity");
        try {
            FixityPlan.Standing standing = standing();
            standing.oldest().map(Instant::toString).ifPresent(at -> response.withData("oldest", at));
            return response.withData("damaged", standing.damaged())
                    .withData("unreadable", standing.unreadable())
                    .withData("overdue", standing.overdue())
                    .status(standing.damaged() + standing.unreadable() + standing.overdue() == 0)
                    .build();
        } catch (DatabaseFailure e) {
            return response.withData("plan", "unknown: the database cannot be asked")
                    .down()
                    .build();
        }
    }

    private FixityPlan.Standing standing() {
        return plan.standing(clock.instant().minus(config.period()));
    }

    private void gauge(String name, String description, ToDoubleFunction<FixityPlan.Standing> value) {
        Gauge.builder(name, () -> {
                    try {
                        return value.applyAsDouble(standing());
                    } catch (DatabaseFailure e) {
                        return Double.NaN;
                    }
                })
                .description(description)
                .register(meters);
    }
}
