package org.aletheia.reparations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.rules.RulesDraft;
import org.aletheia.reparations.rules.SufficiencyRules;
import org.aletheia.reparations.store.ClaimRuleEditionRows;
import org.jspecify.annotations.Nullable;

/**
 * What administrators put in the place of the rules of sufficiency of a release, without a new release. An edition is the
 * whole of the rules; none is ever changed or removed, since claims were judged by it.
 */
@ApplicationScoped
public class RuleEditions {
    private final RuleOffice office;
    private final RulesAtWork work;
    private final ClaimRuleEditionRows store;

    RuleEditions(RuleOffice office, RulesAtWork work, ClaimRuleEditionRows store) {
        this.office = office;
        this.work = work;
        this.store = store;
    }

    /**
     * Adds an edition. Order of effects: first edition and event commit in one transaction; then this replica puts it into
     * force, which the others do at their next look. A crash between leaves it stored, and every replica reads it.
     *
     * @param ifMatch tag of the edition that it is based on, 0 for the rules of the release
     * @throws ProblemException {@code forbidden}, {@code invalid-request} with all findings, {@code precondition-required},
     *     {@code precondition-failed}
     */
    public Edition<SufficiencyRules> add(@Nullable String ifMatch, RulesDraft draft) {
        Edition<SufficiencyRules> edition = office.add(ifMatch, draft);
        work.refresh();
        return edition;
    }

    /**
     * Which edition these rules would be; stores nothing.
     *
     * @throws ProblemException {@code forbidden}, {@code invalid-request} with all findings
     */
    public RulesEdition tried(RulesDraft draft) {
        return office.tried(draft);
    }

    /** All of them, the first one first. */
    public List<Edition<SufficiencyRules>> all() {
        return store.all();
    }

    /**
     * The edition of that number.
     *
     * @throws ProblemException {@code not-found}
     */
    public Edition<SufficiencyRules> get(int edition) {
        return store.all().stream()
                .filter(each -> each.number() == edition)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
