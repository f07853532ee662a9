package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Incident;
import org.aletheia.incidents.Incidents;
import org.jspecify.annotations.Nullable;

/** Incidents in bulk. */
@Singleton
class BulkIncidents extends BulkKind<Incident, IncidentBody> {
    BulkIncidents(Incidents records) {
        super(records, IncidentBody.class);
    }

    @Override
    protected Incident check(IncidentBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks);
    }
}
