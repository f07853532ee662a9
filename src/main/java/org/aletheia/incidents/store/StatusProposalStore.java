package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.StatusProposal;

/** Table {@code missing_status_proposal}. */
@Singleton
public class StatusProposalStore extends LinkedRecordStore<StatusProposal, StatusProposalEntity> {
    StatusProposalStore(EntityManager entities) {
        super(
                entities,
                RecordKind.MISSING_STATUS_PROPOSAL,
                StatusProposal.class,
                StatusProposalEntity.class,
                StatusProposalEntity::new);
    }

    @Override
    protected void fill(StatusProposalEntity target, StatusProposal from) {
        target.missingId = from.missingPerson();
    }
}
