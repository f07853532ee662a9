package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Relations of parties over time. */
@Singleton
public class Affiliations extends LinkedRecords<Affiliation> {
    Affiliations(RecordStore<Affiliation> store, RecordDesk desk) {
        super(RecordKind.AFFILIATION, store, desk);
    }
}
