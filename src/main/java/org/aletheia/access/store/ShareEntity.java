package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Share;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "share")
@SuppressWarnings("NullAway.Init")
class ShareEntity {
    @Id
    UUID id;

    String kind;
    UUID recordId;
    UUID ownerOrg;
    UUID granteeOrg;

    @Nullable
    Instant endsAt;

    @Nullable
    Instant endedAt;

    UUID grantedBy;
    Instant grantedAt;

    static ShareEntity of(Share from) {
        ShareEntity entity = new ShareEntity();
        entity.id = from.id();
        entity.kind = from.kind().code();
        entity.recordId = from.record();
        entity.ownerOrg = from.owner();
        entity.granteeOrg = from.grantee();
        entity.endsAt = from.endsAt();
        entity.endedAt = from.endedAt();
        entity.grantedBy = from.grantedBy();
        entity.grantedAt = from.grantedAt();
        return entity;
    }

    Share toDomain() {
        return new Share(
                id, RecordKind.parse(kind), recordId, ownerOrg, granteeOrg, endsAt, endedAt, grantedBy, grantedAt);
    }
}
