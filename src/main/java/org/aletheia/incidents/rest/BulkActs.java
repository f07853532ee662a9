package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Acts;
import org.aletheia.incidents.Incident;

/** Acts in bulk. */
@Singleton
class BulkActs extends LinkedBulk<Act, ActBody> {
    BulkActs(Acts records) {
        super(records, ActBody.class);
    }

    @Override
    protected Act check(ActBody body, Checks checks, BulkScope scope) {
        Optional<Instant> latest = scope.version(scope.container())
                .map(incident -> incident.content())
                .filter(Incident.class::isInstance)
                .map(Incident.class::cast)
                .flatMap(Incident::latest);
        return body.check(checks, scope.within(), latest);
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.INCIDENT);
    }
}
