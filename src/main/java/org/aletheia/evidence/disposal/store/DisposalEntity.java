package org.aletheia.evidence.disposal.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "disposal")
class DisposalEntity extends LinkedEntity {
    String state;
    UUID requester;

    @Nullable
    UUID decider;

    Instant expiresAt;
}
