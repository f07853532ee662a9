package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.kernel.Majority;
import org.aletheia.parties.Person;

/** Table {@code person}. */
@Singleton
public class PersonStore extends LinkedRecordStore<Person, PersonEntity> {
    PersonStore(EntityManager entities) {
        super(entities, RecordKind.PERSON, Person.class, PersonEntity.class, PersonEntity::new);
    }

    @Override
    protected void fill(PersonEntity target, Person from) {
        Optional<Majority> majority = from.majority();
        target.majorityFirst = majority.map(Majority::first).orElse(null);
        target.majorityLast = majority.map(Majority::last).orElse(null);
    }
}
