package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Person;
import org.aletheia.parties.Persons;
import org.jspecify.annotations.Nullable;

/** Persons in bulk. */
@Singleton
class BulkPersons extends BulkKind<Person, PersonBody> {
    BulkPersons(Persons records) {
        super(records, PersonBody.class);
    }

    @Override
    protected Person check(PersonBody body, Checks checks, @Nullable UUID within) {
        return body.create(checks);
    }
}
