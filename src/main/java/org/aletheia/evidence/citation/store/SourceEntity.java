package org.aletheia.evidence.citation.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "source")
class SourceEntity extends LinkedEntity {
    /** Code of the record's kind: the wall asks whether that record is shared. */
    String subjectKind;

    UUID subjectId;
    UUID itemId;
}
