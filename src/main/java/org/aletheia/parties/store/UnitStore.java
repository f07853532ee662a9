package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Unit;

/** Table {@code party_unit}. */
@Singleton
public class UnitStore extends LinkedRecordStore<Unit, UnitEntity> {
    UnitStore(EntityManager entities) {
        super(entities, RecordKind.UNIT, Unit.class, UnitEntity.class, UnitEntity::new);
    }
}
