package org.aletheia.testimony.protection.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "counsel_decision")
class CounselDecisionEntity extends LinkedEntity {
    UUID noteId;
}
