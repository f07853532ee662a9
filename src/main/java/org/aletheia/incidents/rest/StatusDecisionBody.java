package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.StatusProposal.Outcome;
import org.jspecify.annotations.Nullable;

/** @param outcome {@code confirmed}, {@code refused} or {@code withdrawn} */
record StatusDecisionBody(@Nullable String outcome) {
    Outcome check(Checks checks) {
        String said = checks.required("/outcome", outcome);
        Outcome known = Arrays.stream(Outcome.values())
                .filter(each -> code(each).equals(said))
                .findFirst()
                .orElse(null);
        List<String> allowed =
                Arrays.stream(Outcome.values()).map(StatusDecisionBody::code).toList();
        checks.findings()
                .require(said == null || known != null, "/outcome", "outcome-unknown", Map.of("allowed", allowed));
        checks.throwIfAny();
        return sure(known);
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
