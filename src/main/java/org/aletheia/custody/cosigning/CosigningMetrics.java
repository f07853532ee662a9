package org.aletheia.custody.cosigning;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.aletheia.platform.persistence.DatabaseFigure;
import org.aletheia.transparency.CosignDecision.Contradiction;

/** Figures of cosigning for Prometheus: numbers, no origins. */
@ApplicationScoped
class CosigningMetrics {
    private final MeterRegistry registry;
    private final Contradictions contradictions;
    private final Cosigners cosigners;
    private final CosignedLog log;

    CosigningMetrics(MeterRegistry registry, Contradictions contradictions, Cosigners cosigners, CosignedLog log) {
        this.registry = registry;
        this.contradictions = contradictions;
        this.cosigners = cosigners;
        this.log = log;
    }

    void register(@Observes StartupEvent event) {
        gauge("aletheia.log.cosigned", "Cosigners of the published checkpoint", log::cosigned);
        gauge("aletheia.log.cosigners.needed", "Cosigners that it should have", cosigners::needed);
        contradictions(Contradiction.Kind.SPLIT_VIEW, Contradictions.Standing::splitViews);
        contradictions(Contradiction.Kind.UNPROVEN, Contradictions.Standing::unproven);
    }

    private void contradictions(Contradiction.Kind kind, ToLongFunction<Contradictions.Standing> count) {
        Supplier<Number> sum =
                () -> contradictions.standings().stream().mapToLong(count).sum();
        DatabaseFigure.of("aletheia.witness.contradictions", "Contradictions of partners' logs that are kept", sum)
                .tag("kind", kind.code())
                .register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        DatabaseFigure.of(name, description, value).register(registry);
    }
}
