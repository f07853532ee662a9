package org.aletheia.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.search.indexing.IndexWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * What search can do now. Never makes the server unready: intake and linking go on without it, and its own endpoints
 * answer 503.
 */
@Readiness
@ApplicationScoped
public class SearchHealth implements HealthCheck {
    private final IndexWatch watch;

    SearchHealth(IndexWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search")
                .withData("indexes", watch.condition().code())
                .up()
                .build();
    }
}
