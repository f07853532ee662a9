package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.State;

/** Table {@code party_state}. */
@Singleton
public class StateStore extends LinkedRecordStore<State, StateEntity> {
    StateStore(EntityManager entities) {
        super(entities, RecordKind.STATE, State.class, StateEntity.class, StateEntity::new);
    }
}
