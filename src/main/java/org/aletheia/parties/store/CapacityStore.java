package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Capacity;

/** Table {@code capacity}. */
@Singleton
public class CapacityStore extends LinkedRecordStore<Capacity, CapacityEntity> {
    CapacityStore(EntityManager entities) {
        super(entities, RecordKind.CAPACITY, Capacity.class, CapacityEntity.class, CapacityEntity::new);
    }
}
