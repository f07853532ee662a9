package org.aletheia.incidents.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "involvement")
class InvolvementEntity extends LinkedEntity {
    UUID actId;

    /** The database keeps both. */
    @Nullable
    @Column(insertable = false, updatable = false)
    String childhood;

    @Column(insertable = false, updatable = false)
    int childhoodChanges;
}
