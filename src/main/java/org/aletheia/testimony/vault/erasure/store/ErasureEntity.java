package org.aletheia.testimony.vault.erasure.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "identity_erasure")
class ErasureEntity extends LinkedEntity {
    String subjectKind;
    UUID subjectId;
    String state;
    UUID requester;

    @Nullable
    UUID decider;

    Instant expiresAt;
}
