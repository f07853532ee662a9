package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.Incident;
import org.aletheia.kernel.Span;

/** Table {@code incident}. */
@Singleton
public class IncidentStore extends LinkedRecordStore<Incident, IncidentEntity> {
    IncidentStore(EntityManager entities) {
        super(entities, RecordKind.INCIDENT, Incident.class, IncidentEntity.class, IncidentEntity::new);
    }

    @Override
    protected void fill(IncidentEntity target, Incident from) {
        target.dateFirst = from.span().map(Span::first).orElse(null);
        target.dateLast = from.span().map(Span::last).orElse(null);
    }
}
