package org.aletheia.reparations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.editions.EditionWatch;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.SufficiencyRules;
import org.aletheia.reparations.store.ClaimRuleEditionRows;

/** Puts the operator's editions of the rules into force, so that no claim is judged by rules that were replaced. */
@ApplicationScoped
public class RulesAtWork {
    private final EditionWatch<SufficiencyRules> watch;

    RulesAtWork(ClaimRules rules, ClaimRuleEditionRows rows, ReparationsConfig config) {
        this.watch = new EditionWatch<>(
                "rules of claims",
                rows,
                config.rulesPoll(),
                given -> rules.use(given.stream().map(Edition::content).toList()));
    }

    void start(@Observes StartupEvent event) {
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** Puts those into force that are not yet. */
    void refresh() {
        watch.refresh();
    }
}
