package org.aletheia.evidence.measure.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.measure.ProtectiveMeasure;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code protective_measure}. */
@Singleton
public class ProtectiveMeasureStore extends LinkedRecordStore<ProtectiveMeasure, ProtectiveMeasureEntity> {
    ProtectiveMeasureStore(EntityManager entities) {
        super(
                entities,
                RecordKind.PROTECTIVE_MEASURE,
                ProtectiveMeasure.class,
                ProtectiveMeasureEntity.class,
                ProtectiveMeasureEntity::new);
    }
}
