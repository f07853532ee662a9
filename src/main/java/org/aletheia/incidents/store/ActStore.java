package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.Act;
import org.aletheia.kernel.Span;

/** Table {@code act}. */
@Singleton
public class ActStore extends LinkedRecordStore<Act, ActEntity> {
    ActStore(EntityManager entities) {
        super(entities, RecordKind.ACT, Act.class, ActEntity.class, ActEntity::new);
    }

    @Override
    protected void fill(ActEntity target, Act from) {
        target.incidentId = from.incident();
        target.dateFirst = from.span().map(Span::first).orElse(null);
        target.dateLast = from.span().map(Span::last).orElse(null);
    }
}
