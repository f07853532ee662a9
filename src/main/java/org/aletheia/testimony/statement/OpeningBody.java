package org.aletheia.testimony.statement;

import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NarrativeOpening} as callers write it.
 *
 * @param organisation id of a member organisation
 * @param scope code of {@code consent-scope} that can open a narrative
 * @param consent where that consent is found: an id or number, no name
 * @param consentedOn EDTF date
 */
public record OpeningBody(
        @Nullable String organisation,
        @Nullable String scope,
        @Nullable String consent,
        @Nullable String consentedOn) {
    private static final String REFERENCE = "[A-Za-z0-9./:-]{1,64}";

    @Nullable
    NarrativeOpening check(String at, Checks checks, TestimonyChecks testimony) {
        UUID body = testimony.body(at + "/organisation", checks.required(at + "/organisation", organisation), checks);
        String what = testimony.openingScope(at + "/scope", checks.required(at + "/scope", scope), checks);
        String found = checks.required(at + "/consent", consent);
        boolean formed = found == null || found.matches(REFERENCE);
        checks.findings().require(formed, at + "/consent", "consent-reference");
        UncertainDate on = checks.date(at + "/consentedOn", checks.required(at + "/consentedOn", consentedOn));
        return body == null || what == null || found == null || on == null
                ? null
                : new NarrativeOpening(body, what, found, on);
    }
}
