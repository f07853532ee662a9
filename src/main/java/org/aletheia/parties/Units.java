package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Military, police and similar units. */
@Singleton
public class Units extends LinkedRecords<Unit> {
    Units(RecordStore<Unit> store, RecordDesk desk) {
        super(RecordKind.UNIT, store, desk);
    }
}
