package org.aletheia.custody;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.persistence.DatabaseFigure;
import org.jspecify.annotations.Nullable;

/** Figures of journal and log for Prometheus: sizes and lags, no ids. One reading serves the figures of one scrape. */
@ApplicationScoped
class JournalMetrics {
    private static final int COUNT_UP_TO = 100_000;
    private static final long FRESH_NANOS = 1_000_000_000;

    private final MeterRegistry registry;
    private final Followers followers;
    private final Transactions database;
    private @Nullable Figures figures;

    private record Figures(long nanos, long pending, LogHead head) {}

    JournalMetrics(MeterRegistry registry, Followers followers, @DataSource("follower") javax.sql.DataSource database) {
        this.registry = registry;
        this.followers = followers;
        this.database = new Transactions(database);
    }

    void register(@Observes StartupEvent event) {
        gauge("aletheia.journal.pending", "Events that wait for their index", () -> figures()
                .pending());
        gauge("aletheia.journal.size", "Events in the journal", () -> figures()
                .head()
                .size());
        gauge("aletheia.log.signed.size", "Events under the last signature", () -> figures()
                .head()
                .signedSize());
        gauge("aletheia.log.published.size", "Events published", () -> figures()
                .head()
                .publishedSize());
        for (String name : followers.names()) {
            Gauge.builder("aletheia.follower.lag", () -> followers.lag(name))
                    .description("Events before a follower; 0 when it has done every change")
                    .tag("follower", name)
                    .register(registry);
        }
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        DatabaseFigure.of(name, description, value).register(registry);
    }

    private synchronized Figures figures() {
        Figures known = figures;
        if (known == null || System.nanoTime() - known.nanos() > FRESH_NANOS) {
            known = database.onConnection(connection -> new Figures(
                    System.nanoTime(), PendingStore.count(connection, COUNT_UP_TO), HeadStore.read(connection)));
            figures = known;
        }
        return known;
    }
}
