package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Affiliations;

/** Affiliations in bulk. */
@Singleton
class BulkAffiliations extends LinkedBulk<Affiliation, AffiliationBody> {
    BulkAffiliations(Affiliations records) {
        super(records, AffiliationBody.class);
    }

    @Override
    protected Affiliation check(AffiliationBody body, Checks checks, BulkScope scope) {
        return body.check(checks);
    }
}
