package org.aletheia.parties.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "victim")
class VictimEntity extends LinkedEntity {
    /** First day of the month or year of majority; null where unknown, or where they have been asked anew. */
    @Nullable
    LocalDate majorityFrom;
}
