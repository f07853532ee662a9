package org.aletheia.testimony.consent.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.consent.Consent;

/** Table {@code consent}. */
@Singleton
public class ConsentStore extends LinkedRecordStore<Consent, ConsentEntity> {
    ConsentStore(EntityManager entities) {
        super(entities, RecordKind.CONSENT, Consent.class, ConsentEntity.class, ConsentEntity::new);
    }
}
