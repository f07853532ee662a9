package org.aletheia.parties.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "person")
class PersonEntity extends LinkedEntity {
    @Nullable
    Long majorityFirst;

    @Nullable
    Long majorityLast;
}
