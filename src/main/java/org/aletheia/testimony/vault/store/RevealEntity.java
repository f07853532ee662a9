package org.aletheia.testimony.vault.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "identity_reveal")
class RevealEntity {
    @Id
    UUID id;

    String subjectKind;
    UUID subjectId;
    UUID ownerOrg;
    UUID requester;
    UUID requesterOrg;
    String purpose;
    byte[] reason;
    Instant requestedAt;

    @Nullable
    UUID approver;

    @Nullable
    Instant expiresAt;

    @Nullable
    UUID scheme;

    @Nullable
    UUID split;

    byte @Nullable [] revealKey;
}
