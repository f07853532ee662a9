package org.aletheia.custody.cosigning;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether as many have cosigned the published checkpoint as are needed, and how each stands with this replica. Says nothing
 * of readiness: intake and publication go on without them.
 */
@Wellness
@ApplicationScoped
class CosignersHealth implements HealthCheck {
    private final Cosigners cosigners;
    private final CosignedLog log;

    CosignersHealth(Cosigners cosigners, CosignedLog log) {
        this.cosigners = cosigners;
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("cosigners");
        cosigners.standings().forEach(response::withData);
        try {
            long count = log.cosigned();
            return response.withData("policy", count + " of " + cosigners.needed() + " needed")
                    .status(count >= cosigners.needed())
                    .build();
        } catch (DatabaseFailure e) {
            return response.withData("policy", "unknown: the database cannot be asked")
                    .down()
                    .build();
        }
    }
}
