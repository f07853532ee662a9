package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** States as parties to the facts. */
@Singleton
public class States extends LinkedRecords<State> {
    States(RecordStore<State> store, RecordDesk desk) {
        super(RecordKind.STATE, store, desk);
    }
}
