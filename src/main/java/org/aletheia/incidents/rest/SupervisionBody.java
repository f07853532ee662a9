package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Supervision.Outcome;
import org.jspecify.annotations.Nullable;

/** A supervisor's decision. @param outcome confirmed or refused */
record SupervisionBody(@Nullable String outcome) {
    private static final List<String> ALLOWED = List.of("confirmed", "refused");

    Outcome check(Checks checks) {
        String said = checks.required("/outcome", outcome);
        boolean known = said == null || ALLOWED.contains(said);
        checks.findings().require(known, "/outcome", "outcome-unknown", Map.of("allowed", ALLOWED));
        checks.throwIfAny();
        return Outcome.valueOf(sure(said).toUpperCase(Locale.ROOT));
    }
}
