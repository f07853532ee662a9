package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.disclosure.DisclosureDecision;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code disclosure_decision}. */
@Singleton
public class DisclosureDecisionStore extends LinkedRecordStore<DisclosureDecision, DisclosureDecisionEntity> {
    DisclosureDecisionStore(EntityManager entities) {
        super(
                entities,
                RecordKind.DISCLOSURE_DECISION,
                DisclosureDecision.class,
                DisclosureDecisionEntity.class,
                DisclosureDecisionEntity::new);
    }

    @Override
    protected void fill(DisclosureDecisionEntity target, DisclosureDecision from) {
        target.caseId = from.caseFile();
        target.itemId = from.item();
    }
}
