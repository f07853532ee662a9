package org.aletheia.evidence.retention;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what must not be deleted is locked and held in the store. Says nothing of readiness: intake goes on. */
@Wellness
@ApplicationScoped
public class LocksHealth implements HealthCheck {
    private final ContentLocks locks;

    LocksHealth(ContentLocks locks) {
        this.locks = locks;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("content-locks")
                .withData("enforced", locks.enforced())
                .withData("failing", locks.failing())
                .withData("missing", locks.missing())
                .status(locks.failing() == 0 && locks.missing() == 0)
                .build();
    }
}
