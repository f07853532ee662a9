package org.aletheia.reparations;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** What victims claim. */
@Singleton
public class ReparationClaims extends LinkedRecords<ReparationClaim> {
    ReparationClaims(RecordStore<ReparationClaim> store, RecordDesk desk) {
        super(RecordKind.REPARATION_CLAIM, store, desk);
    }
}
