package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Organisation;

/** Table {@code party_organisation}. */
@Singleton
public class OrganisationStore extends LinkedRecordStore<Organisation, OrganisationEntity> {
    OrganisationStore(EntityManager entities) {
        super(entities, RecordKind.ORGANISATION, Organisation.class, OrganisationEntity.class, OrganisationEntity::new);
    }
}
