package org.aletheia.platform.persistence;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * The columns of every record table, on which its row-level security stands ({@code aletheia_protect}).
 *
 * <p>{@code revision} starts at 1 and is advanced by the service that writes the revision; it is not a Hibernate version
 * column, because a revision is appended, with its digest, before the row may change.
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class RecordEntity {
    @Id
    public UUID id;

    public UUID ownerOrg;

    /** The wire form of {@code Classification}, for example {@code TLP:AMBER}. */
    public String classification;

    public String[] compartments = {};

    public int revision;

    public Instant createdAt;

    public Instant revisedAt;
}
