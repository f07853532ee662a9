package org.aletheia.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.aletheia.access.store.FreezeStore;
import org.aletheia.platform.persistence.DatabaseFigure;

/** Figures to raise an alarm from: no ids. */
@ApplicationScoped
class GovernanceMetrics {
    private final MeterRegistry registry;
    private final Founding founding;
    private final FreezeStore freezes;

    GovernanceMetrics(MeterRegistry registry, Founding founding, FreezeStore freezes) {
        this.registry = registry;
        this.founding = founding;
        this.freezes = freezes;
    }

    void register(@Observes StartupEvent event) {
        DatabaseFigure.of(
                        "aletheia.founding.open",
                        "1 while one administrator decides alone about privileged roles",
                        () -> founding.open() ? 1 : 0)
                .register(registry);
        DatabaseFigure.of("aletheia.organisations.frozen", "Organisations in danger that are frozen", freezes::frozen)
                .register(registry);
    }
}
