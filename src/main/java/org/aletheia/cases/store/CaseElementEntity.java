package org.aletheia.cases.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "case_element")
class CaseElementEntity extends LinkedEntity {
    UUID caseId;
}
