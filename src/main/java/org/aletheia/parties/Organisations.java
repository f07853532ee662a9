package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Organisations of the record. */
@Singleton
public class Organisations extends LinkedRecords<Organisation> {
    Organisations(RecordStore<Organisation> store, RecordDesk desk) {
        super(RecordKind.ORGANISATION, store, desk);
    }
}
