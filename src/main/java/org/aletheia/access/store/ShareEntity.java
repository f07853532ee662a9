package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What lists ask of shares ({@link FilterQuery}); written by {@link ShareStore}. */
@Entity
@Immutable
@Table(name = "share")
@SuppressWarnings("NullAway.Init")
class ShareEntity {
    @Id
    UUID id;

    String kind;
    UUID recordId;
    UUID granteeOrg;
    String[] purposes;

    @Nullable
    Instant endsAt;

    @Nullable
    Instant endedAt;
}
