package org.aletheia.joins.prior;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import org.aletheia.platform.jobs.Rounds;
import org.aletheia.testimony.vault.Identity;
import org.aletheia.testimony.vault.IdentityWatch;
import org.aletheia.testimony.vault.VaultSubject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Marks each identity that is stored, and has questions compared while the server runs. */
@ApplicationScoped
class PriorInterviewsAtWork implements IdentityWatch {
    private final IdentityMarks marks;
    private final MarkRegister register;
    private final PriorComparison comparison;
    private final PriorInterviewConfig config;
    private final boolean enabled;
    private final Rounds rounds = new Rounds("prior-interviews", 1);

    PriorInterviewsAtWork(
            IdentityMarks marks,
            MarkRegister register,
            PriorComparison comparison,
            PriorInterviewConfig config,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.marks = marks;
        this.register = register;
        this.comparison = comparison;
        this.config = config;
        this.enabled = enabled;
    }

    @Override
    public void stored(VaultSubject subject, Identity identity) {
        Set<ByteBuffer> all = marks.of(identity);
        register.replace(subject, all);
    }

    /** Whoever has the server's keys can try names out against a mark. */
    @Override
    public void guarded(VaultSubject subject) {
        register.replace(subject, Set.of());
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Duration pause = config.compareEvery();
            rounds.every(pause, pause, "comparing questions about earlier interviews", comparison::compare);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }
}
