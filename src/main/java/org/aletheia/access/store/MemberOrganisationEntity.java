package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.MemberOrganisation;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "member_organisation")
@SuppressWarnings("NullAway.Init")
class MemberOrganisationEntity {
    @Id
    UUID id;

    String name;
    int revision;
    Instant createdAt;
    Instant revisedAt;

    @Nullable
    Instant endedAt;

    static MemberOrganisationEntity of(MemberOrganisation from) {
        MemberOrganisationEntity entity = new MemberOrganisationEntity();
        entity.id = from.id();
        entity.name = from.name();
        entity.revision = from.revision();
        entity.createdAt = from.createdAt();
        entity.revisedAt = from.revisedAt();
        entity.endedAt = from.endedAt();
        return entity;
    }

    MemberOrganisation toDomain() {
        return new MemberOrganisation(id, name, revision, createdAt, revisedAt, endedAt);
    }
}
