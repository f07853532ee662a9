package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseElement;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code case_element}. */
@Singleton
public class CaseElementStore extends LinkedRecordStore<CaseElement, CaseElementEntity> {
    CaseElementStore(EntityManager entities) {
        super(entities, RecordKind.CASE_ELEMENT, CaseElement.class, CaseElementEntity.class, CaseElementEntity::new);
    }

    @Override
    protected void fill(CaseElementEntity target, CaseElement from) {
        target.caseId = from.caseFile();
    }
}
