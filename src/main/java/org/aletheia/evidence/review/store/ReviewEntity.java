package org.aletheia.evidence.review.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "review")
class ReviewEntity extends LinkedEntity {
    /** Code of the record's kind: the wall asks whether that record is seen. */
    String subjectKind;

    UUID subjectId;
}
