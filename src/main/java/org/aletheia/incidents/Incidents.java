package org.aletheia.incidents;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Everything that happened, as far as it was recorded. */
@Singleton
public class Incidents extends LinkedRecords<Incident> {
    Incidents(RecordStore<Incident> store, RecordDesk desk) {
        super(RecordKind.INCIDENT, store, desk);
    }
}
