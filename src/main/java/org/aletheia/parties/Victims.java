package org.aletheia.parties;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.HandedInFor;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.UnnamedPersons;
import org.aletheia.kernel.Ids;

/** Victims, under pseudonyms. */
@Singleton
public class Victims extends LinkedRecords<Victim> implements PseudonymousRecords.Kind, UnnamedPersons {
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

    @Override
    @Transactional(TxType.MANDATORY)
    public UUID handIn(HandedInFor to, Protection protection) {
        return handIn(newId(), to, protection, Victim.unknown()).id();
    }

    /** Every victim is. */
    @Override
    public boolean pseudonymous(UUID id) {
        return find(id).isPresent();
    }
}
