package org.aletheia.access;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.access.store.FreezeStore;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether one administrator still decides alone, and how many organisations are frozen. Says nothing of readiness. */
@Wellness
@ApplicationScoped
class GovernanceHealth implements HealthCheck {
    private final Founding founding;
    private final FreezeStore freezes;

    GovernanceHealth(Founding founding, FreezeStore freezes) {
        this.founding = founding;
        this.freezes = freezes;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("governance")
                    .withData(
                            "privileged-roles",
                            founding.open()
                                    ? "one administrator decides alone: enrol a second one"
                                    : "two administrators decide")
                    .withData("frozen-organisations", freezes.frozen())
                    .up()
                    .build();
        } catch (DatabaseFailure e) {
            return HealthCheckResponse.named("governance").down().build();
        }
    }
}
