package org.aletheia.testimony.interest.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "protection_interest")
class ProtectionInterestEntity extends LinkedEntity {
    UUID itemId;
}
