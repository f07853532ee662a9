package org.aletheia.custody;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Which followers fail and keep trying. Says nothing of readiness: what they follow waits for them. */
@Wellness
@ApplicationScoped
public class FollowersHealth implements HealthCheck {
    private final Followers followers;

    FollowersHealth(Followers followers) {
        this.followers = followers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("followers").up();
        for (Followers.State state : followers.states()) {
            response.withData(state.name(), (state.failed() ? "failing, behind by " : "behind by ") + state.lag());
            if (state.failed()) {
                response.down();
            }
        }
        return response.build();
    }
}
