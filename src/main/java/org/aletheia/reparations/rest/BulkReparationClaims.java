package org.aletheia.reparations.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.ReparationClaims;
import org.aletheia.reparations.ReparationsConfig;
import org.aletheia.reparations.claim.ReparationClaim;

/** Reparation claims in bulk, each a draft. */
@Singleton
class BulkReparationClaims extends LinkedBulk<ReparationClaim, ReparationClaimBody> {
    private final Set<String> registers;

    BulkReparationClaims(ReparationClaims records, ReparationsConfig config) {
        super(records, ReparationClaimBody.class);
        this.registers = config.registers();
    }

    @Override
    protected ReparationClaim check(ReparationClaimBody body, Checks checks, BulkScope scope) {
        return body.create(checks, registers);
    }

    @Override
    protected Set<RecordKind> after() {
        return Set.of(RecordKind.VICTIM);
    }
}
