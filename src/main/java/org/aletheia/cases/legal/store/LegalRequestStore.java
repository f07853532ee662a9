package org.aletheia.cases.legal.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.legal.LegalRequest;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code legal_request}. */
@Singleton
public class LegalRequestStore extends LinkedRecordStore<LegalRequest, LegalRequestEntity> {
    LegalRequestStore(EntityManager entities) {
        super(
                entities,
                RecordKind.LEGAL_REQUEST,
                LegalRequest.class,
                LegalRequestEntity.class,
                LegalRequestEntity::new);
    }
}
