package org.aletheia.cases.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "disclosure_decision")
class DisclosureDecisionEntity extends LinkedEntity {
    UUID caseId;
    UUID itemId;
}
