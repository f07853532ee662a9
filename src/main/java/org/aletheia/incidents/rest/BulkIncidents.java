package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Incident;
import org.aletheia.incidents.Incidents;

/** Incidents in bulk. */
@Singleton
class BulkIncidents extends LinkedBulk<Incident, IncidentBody> {
    BulkIncidents(Incidents records) {
        super(records, IncidentBody.class);
    }

    @Override
    protected Incident check(IncidentBody body, Checks checks, BulkScope scope) {
        return body.check(checks);
    }
}
