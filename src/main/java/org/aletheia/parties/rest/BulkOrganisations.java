package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.Organisations;

/** Organisations in bulk. */
@Singleton
class BulkOrganisations extends LinkedBulk<Organisation, NamedPartyBody> {
    BulkOrganisations(Organisations records) {
        super(records, NamedPartyBody.class);
    }

    @Override
    protected Organisation check(NamedPartyBody body, Checks checks, BulkScope scope) {
        return body.organisation(checks);
    }
}
