package org.aletheia.testimony.interest.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.interest.ProtectionInterest;

/** Table {@code protection_interest}. */
@Singleton
public class ProtectionInterestStore extends LinkedRecordStore<ProtectionInterest, ProtectionInterestEntity> {
    ProtectionInterestStore(EntityManager entities) {
        super(
                entities,
                RecordKind.PROTECTION_INTEREST,
                ProtectionInterest.class,
                ProtectionInterestEntity.class,
                ProtectionInterestEntity::new);
    }

    @Override
    protected void fill(ProtectionInterestEntity target, ProtectionInterest from) {
        target.itemId = from.item();
    }
}
