package org.aletheia.testimony.door.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.door.Door;

/** Table {@code door}. */
@Singleton
public class DoorStore extends LinkedRecordStore<Door, DoorEntity> {
    DoorStore(EntityManager entities) {
        super(entities, RecordKind.DOOR, Door.class, DoorEntity.class, DoorEntity::new);
    }

    @Override
    protected void fill(DoorEntity target, Door from) {
        target.subjectId = from.subject().id();
        target.ended = from.ended();
    }
}
