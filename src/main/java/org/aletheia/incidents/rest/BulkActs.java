package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Acts;
import org.jspecify.annotations.Nullable;

/** Acts in bulk. */
@Singleton
class BulkActs extends BulkKind<Act, ActBody> {
    BulkActs(Acts records) {
        super(records, ActBody.class);
    }

    @Override
    protected Act check(ActBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks, Checks.sure(within));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.INCIDENT);
    }
}
