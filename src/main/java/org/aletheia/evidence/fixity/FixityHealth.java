package org.aletheia.evidence.fixity;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.persistence.DatabaseFigure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether all bytes are what they were, and were read within the period. Says nothing of readiness: a damaged item is no
 * reason to refuse another. One reading of the database serves the figures of one scrape.
 */
@Wellness
@ApplicationScoped
class FixityHealth implements HealthCheck {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final FixityPlan plan;
    private final FixityPatrol patrol;
    private final FixityConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private @Nullable Reading last;

    private record Reading(long nanos, FixityPlan.Standing standing) {}

    FixityHealth(FixityPlan plan, FixityPatrol patrol, FixityConfig config, MeterRegistry meters, Clock clock) {
        this.plan = plan;
        this.patrol = patrol;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        gauge(
                "aletheia.fixity.damaged",
                "Items whose bytes were not those that were received",
                FixityPlan.Standing::damaged);
        gauge("aletheia.fixity.unreadable", "Items whose bytes could not be read", FixityPlan.Standing::unreadable);
        gauge(
                "aletheia.fixity.overdue",
                "Items whose bytes were not read within the period",
                FixityPlan.Standing::overdue);
        gauge(
                "aletheia.fixity.oldest.seconds",
                "How long ago those bytes were read of which it is longest",
                at -> at.age(clock.instant()).toSeconds());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("fixity");
        try {
            FixityPlan.Standing standing = plan.standing(clock.instant().minus(config.period()));
            standing.oldest().map(Instant::toString).ifPresent(at -> response.withData("oldest", at));
            boolean sound = standing.damaged() + standing.unreadable() + standing.overdue() == 0;
            return response.withData("damaged", standing.damaged())
                    .withData("unreadable", standing.unreadable())
                    .withData("overdue", standing.overdue())
                    .withData("failing", patrol.failing())
                    .status(sound && !patrol.failing())
                    .build();
        } catch (DatabaseFailure e) {
            return response.withData("plan", "unknown: the database cannot be asked")
                    .down()
                    .build();
        }
    }

    private synchronized FixityPlan.Standing standing() {
        Reading known = last;
        if (known == null || System.nanoTime() - known.nanos() > FRESH_NANOS) {
            known = new Reading(System.nanoTime(), plan.standing(clock.instant().minus(config.period())));
            last = known;
        }
        return known.standing();
    }

    private void gauge(String name, String description, Function<FixityPlan.Standing, Number> value) {
        DatabaseFigure.of(name, description, () -> value.apply(standing())).register(meters);
    }
}
