package org.aletheia.parties;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.kernel.Ids;

/** Persons in one capacity each. */
@Singleton
public class Capacities extends LinkedRecords<Capacity> {
    Capacities(RecordStore<Capacity> store, RecordDesk desk) {
        super(RecordKind.CAPACITY, store, desk);
    }

    /** Random: two that were made together would stand beside each other. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }
}
