package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.MissingPerson;
import org.aletheia.incidents.MissingPersons;

/** Missing persons in bulk. */
@Singleton
class BulkMissingPersons extends LinkedBulk<MissingPerson, MissingPersonBody> {
    BulkMissingPersons(MissingPersons records) {
        super(records, MissingPersonBody.class);
    }

    @Override
    protected MissingPerson check(MissingPersonBody body, Checks checks, BulkScope scope) {
        return body.check(checks, null);
    }

    @Override
    protected Set<RecordKind> after() {
        return Set.of(RecordKind.VICTIM);
    }
}
