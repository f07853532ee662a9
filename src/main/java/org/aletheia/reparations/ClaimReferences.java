package org.aletheia.reparations;

import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/** How claims name other records. */
@Singleton
class ClaimReferences implements Referring {
    @Override
    public List<References> references() {
        return List.of(References.of(RecordKind.REPARATION_CLAIM)
                .coded("claimant-capacity", "/capacity")
                .names("claimant", "/claimant", RecordKind.VICTIM)
                .names("on-behalf-of", "/onBehalfOf/*", RecordKind.VICTIM)
                .names("harm-from", "/acts/*", RecordKind.ACT));
    }
}
