package org.aletheia.parties;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.kernel.Ids;

/** Persons other than in the role of victim. */
@Singleton
public class Persons extends LinkedRecords<Person> implements PseudonymousRecords.Kind {
    Persons(RecordStore<Person> store, RecordDesk desk) {
        super(RecordKind.PERSON, store, desk);
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    @Override
    public boolean pseudonymous(UUID id) {
        return find(id).filter(found -> found.content().pseudonymous()).isPresent();
    }
}
