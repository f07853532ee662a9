package org.aletheia.testimony.door.anonymous;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.aletheia.platform.jobs.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends codes of the anonymous door whose time is over, and the messages with them. Safe on several replicas. */
@ApplicationScoped
public class AnonymousCodesAtWork {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final AnonymousCodes codes;
    private final boolean enabled;
    private final Rounds rounds = new Rounds("anonymous-codes-at-work", 1);

    AnonymousCodesAtWork(
            AnonymousCodes codes,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.codes = codes;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            rounds.every(PAUSE, PAUSE, "ending old codes", codes::endOld);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.close();
    }
}
