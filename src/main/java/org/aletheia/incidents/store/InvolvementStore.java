package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.Involvement;

/** Table {@code involvement}. */
@Singleton
public class InvolvementStore extends LinkedRecordStore<Involvement, InvolvementEntity> {
    InvolvementStore(EntityManager entities) {
        super(entities, RecordKind.INVOLVEMENT, Involvement.class, InvolvementEntity.class, InvolvementEntity::new);
    }

    @Override
    protected void fill(InvolvementEntity target, Involvement from) {
        target.actId = from.act();
    }
}
