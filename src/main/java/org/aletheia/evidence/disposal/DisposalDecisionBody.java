package org.aletheia.evidence.disposal;

import static org.aletheia.evidence.record.Checks.sure;

import org.aletheia.access.approval.DecisionOutcome;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A decision as callers write it.
 *
 * @param outcome approved, refused or withdrawn
 * @param reason in words that name nobody; required for a refusal
 */
public record DisposalDecisionBody(
        @Nullable String outcome, @Nullable String reason) {
    private static final int MAX_REASON = 2000;

    /** A decision without what is wrong with it. */
    public record Said(DecisionOutcome outcome, @Nullable String reason) {}

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} */
    public Said check(Checks checks) {
        DecisionOutcome said = DecisionOutcome.read(checks.findings(), outcome);
        String words = checks.text("/reason", reason, MAX_REASON);
        checks.findings().require(said != DecisionOutcome.REFUSED || reason != null, "/reason", "required");
        checks.throwIfAny();
        return new Said(sure(said), words);
    }
}
