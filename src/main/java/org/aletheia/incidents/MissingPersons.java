package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Those who are missing. */
@Singleton
public class MissingPersons extends LinkedRecords<MissingPerson> {
    MissingPersons(RecordStore<MissingPerson> store, RecordDesk desk) {
        super(RecordKind.MISSING_PERSON, store, desk);
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Takes over the status of a proposal, in the transaction that confirms it.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the status is not the one that was proposed to
     *     be changed
     */
    void take(UUID proposal, StatusProposal said) {
        revise(said.missingPerson(), revision -> {}, Unchanged.PROTECTION, (checks, before) -> {
            if (!before.status().equals(said.before())) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            return before.with(said.status(), said.date(), proposal);
        });
    }
}
