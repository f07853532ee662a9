package org.aletheia.incidents;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Who is alleged to be involved in acts. */
@Singleton
public class Involvements extends LinkedRecords<Involvement> {
    Involvements(RecordStore<Involvement> store, RecordDesk desk) {
        super(RecordKind.INVOLVEMENT, store, desk);
    }
}
