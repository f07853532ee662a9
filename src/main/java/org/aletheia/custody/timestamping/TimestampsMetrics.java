package org.aletheia.custody.timestamping;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import org.aletheia.platform.persistence.DatabaseFigure;

/** Figures of timestamps for Prometheus, by the operator's names of authorities. */
@ApplicationScoped
class TimestampsMetrics {
    private final MeterRegistry registry;
    private final TimestampRunner timestamps;

    TimestampsMetrics(MeterRegistry registry, TimestampRunner timestamps) {
        this.registry = registry;
        this.timestamps = timestamps;
    }

    void register(@Observes StartupEvent event) {
        timestamps.names().forEach(name -> {
            gauge(
                    "aletheia.timestamps.lag.seconds",
                    "How long something published has been waiting for the authority",
                    name,
                    standing -> standing.lag().toSeconds());
            gauge(
                    "aletheia.timestamps.size",
                    "Events below the authority's last timestamp",
                    name,
                    standing -> standing.last().map(last -> last.size()).orElse(0L));
        });
    }

    private void gauge(
            String figure, String description, String authority, Function<TimestampRunner.Standing, Number> value) {
        DatabaseFigure.of(figure, description, () -> value.apply(timestamps.standing(authority)))
                .tag("authority", authority)
                .register(registry);
    }
}
