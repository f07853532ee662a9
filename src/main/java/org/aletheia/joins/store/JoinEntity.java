package org.aletheia.joins.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "record_join")
class JoinEntity extends LinkedEntity {
    String ofKind;
    String decision;
    UUID[] records;
    boolean undone;
}
