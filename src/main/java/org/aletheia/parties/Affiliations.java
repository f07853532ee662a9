package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Relations of parties over time. */
@Singleton
public class Affiliations extends LinkedRecords<Affiliation> {
    private final Persons persons;

    Affiliations(RecordStore<Affiliation> store, RecordDesk desk, Persons persons) {
        super(RecordKind.AFFILIATION, store, desk);
        this.persons = persons;
    }

    /** Whether words about the party may tell who it is; decides nothing. */
    public boolean isProtected(PartyRef party) {
        return party.kind() == RecordKind.PERSON && persons.pseudonymous(party.id());
    }
}
