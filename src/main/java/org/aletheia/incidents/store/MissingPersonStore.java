package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.MissingPerson;

/** Table {@code missing_person}. */
@Singleton
public class MissingPersonStore extends LinkedRecordStore<MissingPerson, MissingPersonEntity> {
    MissingPersonStore(EntityManager entities) {
        super(
                entities,
                RecordKind.MISSING_PERSON,
                MissingPerson.class,
                MissingPersonEntity.class,
                MissingPersonEntity::new);
    }

    @Override
    protected void fill(MissingPersonEntity target, MissingPerson from) {
        target.victimId = from.victim();
    }
}
