package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Victim;

/** Table {@code victim}. */
@Singleton
public class VictimStore extends LinkedRecordStore<Victim, VictimEntity> {
    VictimStore(EntityManager entities) {
        super(entities, RecordKind.VICTIM, Victim.class, VictimEntity.class, VictimEntity::new);
    }
}
