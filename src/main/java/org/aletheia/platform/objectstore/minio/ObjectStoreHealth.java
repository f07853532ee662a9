package org.aletheia.platform.objectstore.minio;

import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the store answers, and whether what it holds is locked. */
@Readiness
@ApplicationScoped
public class ObjectStoreHealth implements HealthCheck {
    private final ObjectStores stores;

    public ObjectStoreHealth(ObjectStores stores) {
        this.stores = stores;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("object-store")
                .withData("object-lock", stores.of(Bucket.EVIDENCE).locks() ? "enforced" : "disabled");
        try {
            stores.of(Bucket.EVIDENCE).stat("health");
            return health.up().build();
        } catch (StorageUnavailableException e) {
            return health.down().build();
        }
    }
}
