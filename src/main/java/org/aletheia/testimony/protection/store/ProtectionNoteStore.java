package org.aletheia.testimony.protection.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.protection.ProtectionNote;

/** Table {@code protection_note}. */
@Singleton
public class ProtectionNoteStore extends LinkedRecordStore<ProtectionNote, ProtectionNoteEntity> {
    ProtectionNoteStore(EntityManager entities) {
        super(
                entities,
                RecordKind.PROTECTION_NOTE,
                ProtectionNote.class,
                ProtectionNoteEntity.class,
                ProtectionNoteEntity::new);
    }
}
