package org.aletheia.incidents;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** The acts within incidents. */
@Singleton
public class Acts extends LinkedRecords<Act> {
    Acts(RecordStore<Act> store, RecordDesk desk) {
        super(RecordKind.ACT, store, desk);
    }
}
