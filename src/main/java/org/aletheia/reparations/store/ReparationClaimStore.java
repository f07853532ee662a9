package org.aletheia.reparations.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.reparations.claim.ReparationClaim;

/** Table {@code reparation_claim}. */
@Singleton
public class ReparationClaimStore extends LinkedRecordStore<ReparationClaim, ReparationClaimEntity> {
    ReparationClaimStore(EntityManager entities) {
        super(
                entities,
                RecordKind.REPARATION_CLAIM,
                ReparationClaim.class,
                ReparationClaimEntity.class,
                ReparationClaimEntity::new);
    }

    @Override
    protected void fill(ReparationClaimEntity target, ReparationClaim from) {
        target.victimId = from.claimant();
    }
}
