package org.aletheia.reparations.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.platform.editions.EditionRows;
import org.aletheia.reparations.rules.SufficiencyRules;

/** Table {@code claim_rule_edition}: rules of sufficiency alone so far. */
@Singleton
public class ClaimRuleEditionRows extends EditionRows<SufficiencyRules, ClaimRuleEditionEntity> {
    /** By what name the table knows them. */
    public static final String SUFFICIENCY = "sufficiency";

    ClaimRuleEditionRows(EntityManager entities) {
        super(
                entities,
                SufficiencyRules.class,
                ClaimRuleEditionEntity.class,
                ClaimRuleEditionEntity::new,
                "claim_rule_edition_number");
    }

    @Override
    protected void fill(ClaimRuleEditionEntity target, SufficiencyRules from) {
        target.version = from.version();
    }
}
