package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before every key that was destroyed is destroyed here too. */
@Readiness
@ApplicationScoped
public class KeyTombstonesHealth implements HealthCheck {
    private final KeyTombstones tombstones;

    KeyTombstonesHealth(KeyTombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("key-tombstones")
                .status(tombstones.applied())
                .build();
    }
}
