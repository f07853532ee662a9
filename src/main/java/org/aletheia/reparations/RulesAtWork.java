package org.aletheia.reparations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.http.SafeTrace;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.store.RuleEditionStore;
import org.jboss.logging.Logger;

/**
 * Puts the operator's editions of the rules into force: at start, and again whenever there is one more. A server that cannot
 * read them does not start, since it would judge by rules that were replaced; one that loses the database later goes on with
 * what it read last.
 */
@ApplicationScoped
public class RulesAtWork {
    private static final Logger LOG = Logger.getLogger(RulesAtWork.class);

    private final ClaimRules rules;
    private final RuleEditionStore store;
    private final ReparationsConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("claim-rules").factory());

    RulesAtWork(ClaimRules rules, RuleEditionStore store, ReparationsConfig config) {
        this.rules = rules;
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        refresh();
        long pause = config.rulesPoll().toMillis();
        timer.scheduleWithFixedDelay(this::poll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Reads the editions where there are others than those in force; nobody removes one, so their number tells. */
    synchronized void refresh() {
        if (store.count() != rules.known()) {
            rules.use(store.all().stream().map(RuleEdition::rules).toList());
        }
    }

    private void poll() {
        try {
            refresh();
        } catch (Throwable e) {
            // The next round tries again; an error must not end the schedule.
            LOG.warnf("editions of the rules of claims could not be read yet: %s", SafeTrace.of(e));
        }
    }
}
