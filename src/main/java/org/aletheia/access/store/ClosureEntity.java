package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What lists ask of closures ({@link FilterQuery}); written by {@link ClosureStore}. */
@Entity
@Immutable
@Table(name = "closure")
@SuppressWarnings("NullAway.Init")
class ClosureEntity {
    @Id
    UUID id;

    String kind;
    UUID recordId;
    String ground;
    boolean whole;

    @Nullable
    Instant endsAt;

    @Nullable
    Instant endedAt;
}
