package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Group;

/** Table {@code party_group}. */
@Singleton
public class GroupStore extends LinkedRecordStore<Group, GroupEntity> {
    GroupStore(EntityManager entities) {
        super(entities, RecordKind.GROUP, Group.class, GroupEntity.class, GroupEntity::new);
    }
}
