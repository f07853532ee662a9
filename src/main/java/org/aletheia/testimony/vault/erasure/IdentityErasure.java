package org.aletheia.testimony.vault.erasure;

import java.util.UUID;
import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/**
 * One member's word that nobody is to know any more who somebody is, and what another decided about it. Ids and codes alone.
 *
 * @param subject the record under whose pseudonym the identity is kept
 * @param ground code of {@code disposal-ground}
 * @param requestedBy the member who asks
 * @param decision null while nobody has decided
 */
public record IdentityErasure(
        VaultSubject subject,
        String ground,
        UUID requestedBy,
        @Nullable Decision decision) implements RecordContent {
    /**
     * What became of a request.
     *
     * @param outcome code of {@link DecisionOutcome}
     * @param by the member who decided
     */
    public record Decision(String outcome, UUID by) {}

    IdentityErasure decided(Decision by) {
        return new IdentityErasure(subject, ground, requestedBy, by);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}

    /** Whom somebody was, and whether one can still know, is the organisation's own. */
    @Override
    public boolean staysInside() {
        return true;
    }
}
