package org.aletheia.evidence.disposal;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One member's word that records are to go for good, and what another decided about it. It names no person: it stays when
 * they are gone.
 *
 * @param records which, at least one; their sources, reviews and opinions by the same organisation go with them
 * @param ground code of {@code disposal-ground}
 * @param reason in words
 * @param requestedBy the member who asks
 * @param decision null while nobody has decided
 */
public record Disposal(
        List<Named> records,
        String ground,
        String reason,
        UUID requestedBy,
        @Nullable Decision decision) implements RecordContent {
    public Disposal {
        records = List.copyOf(records);
    }

    /** A record that is to go. */
    public record Named(RecordKind kind, UUID id) {}

    /**
     * What became of a request.
     *
     * @param outcome code of {@link DecisionOutcome}
     * @param by the member who decided
     * @param reason in words
     */
    public record Decision(
            String outcome, UUID by, @Nullable String reason) {}

    Disposal decided(Decision by) {
        return new Disposal(records, ground, reason, requestedBy, by);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
