package org.aletheia.testimony.vault;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.aletheia.platform.jobs.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has identities come under custodians while the server runs. */
@ApplicationScoped
class CustodiansAtWork {
    private final IdentityWrapping wrapping;
    private final CustodiansConfig config;
    private final boolean enabled;
    private final Rounds rounds = new Rounds("custodians", 1);

    CustodiansAtWork(
            IdentityWrapping wrapping,
            CustodiansConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.wrapping = wrapping;
        this.config = config;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Duration pause = config.wrapEvery();
            rounds.every(pause, pause, "bringing identities under custodians", wrapping::proceed);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }
}
