package org.aletheia.platform.editions;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A row of a table of editions; a table that calls {@code name} or {@code number} otherwise overrides the column. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class EditionEntity {
    @Id
    public UUID id;

    public UUID subject;
    public String name;
    public int number;
    public String content;
    public String digest;
    public UUID givenBy;
    public Instant givenAt;
}
