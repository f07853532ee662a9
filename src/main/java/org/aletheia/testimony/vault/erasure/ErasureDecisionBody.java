package org.aletheia.testimony.vault.erasure;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aletheia.evidence.disposal.Disposal.Outcome;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A decision as callers write it; no words.
 *
 * @param outcome approved, refused or withdrawn
 */
public record ErasureDecisionBody(@Nullable String outcome) {
    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} */
    public Outcome check(Checks checks) {
        String said = checks.required("/outcome", outcome);
        List<String> allowed = Arrays.stream(Outcome.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        boolean known = said == null || allowed.contains(said);
        checks.findings().require(known, "/outcome", "outcome-unknown", Map.of("allowed", allowed));
        checks.throwIfAny();
        return Outcome.valueOf(sure(said).toUpperCase(Locale.ROOT));
    }
}
