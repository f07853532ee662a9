package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.disclosure.DisclosureFlag;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code disclosure_flag}. */
@Singleton
public class DisclosureFlagStore extends LinkedRecordStore<DisclosureFlag, DisclosureFlagEntity> {
    DisclosureFlagStore(EntityManager entities) {
        super(
                entities,
                RecordKind.DISCLOSURE_FLAG,
                DisclosureFlag.class,
                DisclosureFlagEntity.class,
                DisclosureFlagEntity::new);
    }

    @Override
    protected void fill(DisclosureFlagEntity target, DisclosureFlag from) {
        target.itemId = from.item();
    }
}
