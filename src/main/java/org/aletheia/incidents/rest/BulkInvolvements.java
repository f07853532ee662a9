package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.Involvements;
import org.jspecify.annotations.Nullable;

/** Involvements in bulk. */
@Singleton
class BulkInvolvements extends BulkKind<Involvement, InvolvementBody> {
    BulkInvolvements(Involvements records) {
        super(records, InvolvementBody.class);
    }

    @Override
    protected Involvement check(InvolvementBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks, Checks.sure(within));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.ACT);
    }
}
