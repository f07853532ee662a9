package org.aletheia.custody.cosigning;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether a partner's log was seen with two histories. Says nothing of readiness: what a partner does must not stop this
 * server. Unproven contradictions are told and alarm nobody here, since anyone can send some.
 */
@Wellness
@ApplicationScoped
class CosigningHealth implements HealthCheck {
    private final Contradictions contradictions;

    CosigningHealth(Contradictions contradictions) {
        this.contradictions = contradictions;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("cosigning").up();
        try {
            for (Contradictions.Standing standing : contradictions.standings()) {
                response.withData(
                        standing.partner(),
                        "split views: " + standing.splitViews() + ", unproven: " + standing.unproven());
                if (standing.alarming()) {
                    response.down();
                }
            }
        } catch (DatabaseFailure e) {
            response.withData("partners", "unknown: the database cannot be asked")
                    .down();
        }
        return response.build();
    }
}
