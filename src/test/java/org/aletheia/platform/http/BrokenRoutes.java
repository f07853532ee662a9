package org.aletheia.platform.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/** Routes that no resource serves, and that fail. */
@ApplicationScoped
class BrokenRoutes {
    void routes(@Observes Router router) {
        router.get("/broken/store")
                .handler(request -> request.fail(new StorageUnavailableException("GetObject", Effect.NONE, null)));
        router.get("/broken/server").handler(request -> request.fail(new IllegalStateException("secret value")));
        router.get("/broken/caller").handler(request -> request.fail(401));
        router.get("/broken/method").handler(request -> request.fail(405));
    }
}
