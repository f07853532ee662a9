package org.aletheia.incidents.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "incident")
class IncidentEntity extends LinkedEntity {
    @Nullable
    Long dateFirst;

    @Nullable
    Long dateLast;
}
