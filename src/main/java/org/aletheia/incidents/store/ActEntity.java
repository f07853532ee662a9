package org.aletheia.incidents.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "act")
class ActEntity extends LinkedEntity {
    UUID incidentId;

    @Nullable
    Long dateFirst;

    @Nullable
    Long dateLast;
}
