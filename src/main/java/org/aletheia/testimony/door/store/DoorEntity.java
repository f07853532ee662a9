package org.aletheia.testimony.door.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "door")
class DoorEntity extends LinkedEntity {
    UUID subjectId;
    boolean ended;
}
