package org.aletheia.parties.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "affiliation")
class AffiliationEntity extends LinkedEntity {
    String relation;
    String subjectKind;
    UUID subjectId;

    @Nullable
    String objectKind;

    @Nullable
    UUID objectId;

    long possibleFrom;
    long possibleTo;
    long certainFrom;
    long certainTo;
}
