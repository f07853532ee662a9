package org.aletheia.reparations.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedProjections;
import org.aletheia.reparations.claim.ReparationClaim;

/** What followers may know of these records. */
@Singleton
public class ClaimProjections extends LinkedProjections {
    ClaimProjections(@DataSource("follower") AgroalDataSource follower) {
        super(follower, List.of(new Table(RecordKind.REPARATION_CLAIM, "reparation_claim", ReparationClaim.class)));
    }
}
