package org.aletheia.reparations.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "reparation_claim")
class ReparationClaimEntity extends LinkedEntity {
    UUID victimId;
}
