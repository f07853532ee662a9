package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.Whereabouts;

/** Table {@code whereabouts}. */
@Singleton
public class WhereaboutsStore extends LinkedRecordStore<Whereabouts, WhereaboutsEntity> {
    WhereaboutsStore(EntityManager entities) {
        super(entities, RecordKind.WHEREABOUTS, Whereabouts.class, WhereaboutsEntity.class, WhereaboutsEntity::new);
    }

    @Override
    protected void fill(WhereaboutsEntity target, Whereabouts from) {
        target.missingId = from.missingPerson();
    }
}
