package org.aletheia.evidence.record.store;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.aletheia.platform.persistence.RecordEntity;
import org.hibernate.annotations.ColumnTransformer;

/** A row of the linked record: the columns of the wall and the content as JSON text. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class LinkedEntity extends RecordEntity {
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    public String content;
}
