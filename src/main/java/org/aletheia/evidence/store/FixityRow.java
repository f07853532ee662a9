package org.aletheia.evidence.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.fixity.FixityOutcome;
import org.aletheia.evidence.fixity.FixityState;
import org.jspecify.annotations.Nullable;

@Entity(name = "Fixity")
@Table(name = "fixity")
@SuppressWarnings("NullAway.Init")
class FixityRow {
    @Id
    UUID item;

    Instant checkedAt;

    @Nullable
    String outcome;

    @Nullable
    String finding;

    @Nullable
    UUID event;

    @Nullable
    Instant requestedAt;

    FixityState state() {
        return new FixityState(
                item, checkedAt, outcome == null ? null : FixityOutcome.ofCode(outcome), finding, event, requestedAt);
    }
}
