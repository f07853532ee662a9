package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Person;

/** Table {@code person}. */
@Singleton
public class PersonStore extends LinkedRecordStore<Person, PersonEntity> {
    PersonStore(EntityManager entities) {
        super(entities, RecordKind.PERSON, Person.class, PersonEntity.class, PersonEntity::new);
    }
}
