package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Acts;
import org.aletheia.incidents.Incidents;
import org.jspecify.annotations.Nullable;

/** Acts in bulk. */
@Singleton
class BulkActs extends BulkKind<Act, ActBody> {
    private final Incidents incidents;

    BulkActs(Acts records, Incidents incidents) {
        super(records, ActBody.class);
        this.incidents = incidents;
    }

    @Override
    protected Act check(ActBody body, Checks checks, @Nullable UUID within) {
        UUID incident = Checks.sure(within);
        return body.check(checks, incident, incidents.latest(incident));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.INCIDENT);
    }
}
