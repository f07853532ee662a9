package org.aletheia.incidents.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "missing_status_proposal")
class StatusProposalEntity extends LinkedEntity {
    UUID missingId;
}
