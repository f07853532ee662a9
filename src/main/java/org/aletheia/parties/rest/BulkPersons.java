package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Person;
import org.aletheia.parties.Persons;

/** Persons in bulk. */
@Singleton
class BulkPersons extends LinkedBulk<Person, PersonBody> {
    BulkPersons(Persons records) {
        super(records, PersonBody.class);
    }

    @Override
    protected Person check(PersonBody body, Checks checks, BulkScope scope) {
        return body.create(checks);
    }
}
