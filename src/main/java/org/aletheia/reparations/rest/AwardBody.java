package org.aletheia.reparations.rest;

import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.proceedings.StepContent.AwardDraft;
import org.jspecify.annotations.Nullable;

/**
 * An award as officers write it.
 *
 * @param form code of {@code reparation-form}
 * @param scope code of {@code award-scope}
 * @param replaces number of an earlier award, in a review
 */
record AwardBody(
        @Nullable String form,
        @Nullable String scope,
        @Nullable MoneyBody amount,
        @Nullable Integer replaces) {
    @Nullable
    AwardDraft check(String at, Checks checks) {
        String which = checks.code("reparation-form", at + "/form", checks.required(at + "/form", form));
        String reach = checks.code("award-scope", at + "/scope", checks.required(at + "/scope", scope));
        Money sum = MoneyBody.check(checks, at + "/amount", amount);
        return which == null || reach == null ? null : new AwardDraft(which, reach, sum, replaces);
    }
}
