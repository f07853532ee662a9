package org.aletheia.reparations.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "claim_rule_edition")
@SuppressWarnings("NullAway.Init")
class ClaimRuleEditionEntity {
    @Id
    UUID id;

    UUID subject;
    String rules;
    int edition;
    String version;
    String content;
    String digest;
    UUID givenBy;
    Instant givenAt;
}
