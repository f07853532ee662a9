package org.aletheia.custody.rotation;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.platform.keys.WrappingKeys;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether this server holds the key that wraps, and whether a rotation can go on. Says nothing of readiness. */
@Wellness
@ApplicationScoped
class RotationHealth implements HealthCheck {
    private final WrappingKeys keys;
    private final Rewrapping rewrapping;

    RotationHealth(WrappingKeys keys, Rewrapping rewrapping) {
        this.keys = keys;
        this.rewrapping = rewrapping;
    }

    @Override
    public HealthCheckResponse call() {
        int broken = rewrapping.broken().size();
        return HealthCheckResponse.named("key-encryption")
                .withData("newest key", keys.lacking() ? "is missing here" : "is held")
                .withData("unit keys that do not open", broken)
                .status(!keys.lacking() && broken == 0)
                .build();
    }
}
