package org.aletheia.reparations.store;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.platform.editions.EditionEntity;

@Entity
@Table(name = "claim_rule_edition")
@SuppressWarnings("NullAway.Init")
@AttributeOverride(name = "name", column = @Column(name = "rules"))
@AttributeOverride(name = "number", column = @Column(name = "edition"))
class ClaimRuleEditionEntity extends EditionEntity {
    String version;
}
