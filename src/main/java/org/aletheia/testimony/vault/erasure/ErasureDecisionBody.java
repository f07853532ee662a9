package org.aletheia.testimony.vault.erasure;

import static org.aletheia.evidence.record.Checks.sure;

import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A decision as callers write it; no words.
 *
 * @param outcome approved, refused or withdrawn
 */
public record ErasureDecisionBody(@Nullable String outcome) {
    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} */
    public DecisionOutcome check(Checks checks) {
        DecisionOutcome said = DecisionOutcome.read(checks.findings(), outcome);
        checks.throwIfAny();
        return sure(said);
    }
}
