package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether reads are journalled, without which nothing may be read. A round that failed is told and leaves the server
 * ready, since only the next read can show that it goes on; nobody there to make a round does not.
 */
@Readiness
@ApplicationScoped
class JournalHealth implements HealthCheck {
    private final JournalService journal;

    JournalHealth(JournalService journal) {
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journal")
                .withData("reads", state(journal.takesReads(), journal.readsFailure()))
                .status(journal.takesReads())
                .build();
    }

    private static String state(boolean alive, @Nullable Throwable failure) {
        if (!alive) {
            return "stopped";
        }
        return failure == null ? "running" : "failing: " + failure.getClass().getSimpleName();
    }
}
