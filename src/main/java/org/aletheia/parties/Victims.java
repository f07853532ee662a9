package org.aletheia.parties;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.kernel.Ids;

/** Victims, under pseudonyms. */
@Singleton
public class Victims extends LinkedRecords<Victim> implements PseudonymousRecords.Kind {
    /** Asks a list for children who come of age before a day and have not been asked anew. */
    public static final String MAJORITY_BEFORE = "majorityBefore";

    Victims(RecordStore<Victim> store, RecordDesk desk) {
        super(RecordKind.VICTIM, store, desk);
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /** Every victim is. */
    @Override
    public boolean pseudonymous(UUID id) {
        return find(id).isPresent();
    }
}
