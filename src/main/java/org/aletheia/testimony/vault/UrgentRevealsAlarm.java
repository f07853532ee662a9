package org.aletheia.testimony.vault;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.persistence.DatabaseFigure;
import org.aletheia.testimony.vault.UrgentRevealRegister.Figures;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says aloud that somebody saw an identity alone, and that nobody has looked at it yet: how many, never whose. */
@Wellness
@ApplicationScoped
class UrgentRevealsAlarm implements HealthCheck {
    private final UrgentRevealRegister register;
    private final MeterRegistry metrics;
    private final Clock clock;

    UrgentRevealsAlarm(UrgentRevealRegister register, MeterRegistry metrics, Clock clock) {
        this.register = register;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        gauge("aletheia.identity.urgent", "Identities that one person alone saw at once", Figures::all);
        gauge("aletheia.identity.urgent.unreviewed", "Of these, those that nobody has reviewed", Figures::unreviewed);
        gauge("aletheia.identity.urgent.overdue", "Of these, those that nobody reviewed in time", Figures::overdue);
    }

    private void gauge(String name, String description, ToLongFunction<Figures> figure) {
        DatabaseFigure.of(name, description, () -> figure.applyAsLong(register.figures(clock.instant())))
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        try {
            Figures figures = register.figures(clock.instant());
            return HealthCheckResponse.named("urgent-reveals")
                    .withData("unreviewed", figures.unreviewed())
                    .withData("unreviewed-overdue", figures.overdue())
                    .status(figures.overdue() == 0)
                    .build();
        } catch (DatabaseFailure e) {
            return HealthCheckResponse.named("urgent-reveals").down().build();
        }
    }
}
