package org.aletheia.parties;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Groups without the form of an organisation. */
@Singleton
public class Groups extends LinkedRecords<Group> {
    Groups(RecordStore<Group> store, RecordDesk desk) {
        super(RecordKind.GROUP, store, desk);
    }
}
