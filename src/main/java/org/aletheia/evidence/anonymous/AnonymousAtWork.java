package org.aletheia.evidence.anonymous;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.EvidenceConfig;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;
import org.aletheia.platform.jobs.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends, while the server runs, what was handed in without an account and nobody decided in time, and removes the bytes of what
 * waits no more. Safe on several replicas; what fails is tried again the next time.
 */
@ApplicationScoped
public class AnonymousAtWork {
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final int PAGE = 100;

    private final StoredAnonymously stored;
    private final AnonymousIntake intake;
    private final AnonymousContents contents;
    private final Clock clock;
    private final Duration every;
    private final boolean enabled;
    private final Rounds rounds = new Rounds("anonymous-at-work", 1);

    AnonymousAtWork(
            StoredAnonymously stored,
            AnonymousIntake intake,
            AnonymousContents contents,
            Clock clock,
            EvidenceConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.stored = stored;
        this.intake = intake;
        this.contents = contents;
        this.clock = clock;
        this.every = config.depositExpiryEvery();
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            Duration first = every.compareTo(SOON) < 0 ? every : SOON;
            rounds.every(first, every, "ending anonymous deposits", this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.close();
    }

    /** One run. @return how many files were removed */
    int run() {
        List<UUID> expired = stored.expired(clock.instant(), PAGE);
        while (!expired.isEmpty()) {
            expired.forEach(intake::expire);
            expired = stored.expired(clock.instant(), PAGE);
        }
        return contents.clear();
    }
}
