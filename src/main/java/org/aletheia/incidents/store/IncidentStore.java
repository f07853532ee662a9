package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.Incident;

/** Table {@code incident}. */
@Singleton
public class IncidentStore extends LinkedRecordStore<Incident, IncidentEntity> {
    IncidentStore(EntityManager entities) {
        super(entities, RecordKind.INCIDENT, Incident.class, IncidentEntity.class, IncidentEntity::new);
    }
}
