package org.aletheia.evidence.disposal;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public record Said(Disposal.Outcome outcome, @Nullable String reason) {}

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} */
    public Said check(Checks checks) {
        String said = checks.required("/outcome", outcome);
        List<String> allowed = Arrays.stream(Disposal.Outcome.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        boolean known = said == null || allowed.contains(said);
        checks.findings().require(known, "/outcome", "outcome-unknown", Map.of("allowed", allowed));
        String words = checks.text("/reason", reason, MAX_REASON);
        checks.findings().require(!"refused".equals(said) || reason != null, "/reason", "required");
        checks.throwIfAny();
        return new Said(Disposal.Outcome.valueOf(sure(said).toUpperCase(Locale.ROOT)), words);
    }
}
