package org.aletheia.evidence.opinion.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "opinion")
class OpinionEntity extends LinkedEntity {
    UUID itemId;
}
