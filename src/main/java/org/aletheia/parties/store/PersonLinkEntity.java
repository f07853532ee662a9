package org.aletheia.parties.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "person_link")
class PersonLinkEntity extends LinkedEntity {
    UUID fromId;
    UUID toId;
}
