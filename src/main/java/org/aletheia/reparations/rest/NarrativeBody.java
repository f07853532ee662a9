package org.aletheia.reparations.rest;

import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.reparations.claim.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * The claimant's own account as callers write it.
 *
 * @param item id of an own item, a claim file or testimony
 * @param prosecution true only where the claimant consented to that by itself
 * @param consent where that consent is found: an id or number, no name
 * @param consentedOn EDTF date
 */
record NarrativeBody(
        @Nullable String item,
        @Nullable Boolean prosecution,
        @Nullable String consent,
        @Nullable String consentedOn) {
    private static final String REFERENCE = "[A-Za-z0-9./:-]{1,64}";

    static @Nullable Narrative check(Checks checks, @Nullable NarrativeBody value) {
        return value == null ? null : value.check(checks);
    }

    private @Nullable Narrative check(Checks checks) {
        UUID told = checks.reference(RecordKind.ITEM, "/narrative/item", checks.required("/narrative/item", item));
        UncertainDate on = checks.date("/narrative/consentedOn", consentedOn);
        boolean formed = consent == null || consent.matches(REFERENCE);
        checks.findings().require(formed, "/narrative/consent", "consent-reference");
        return told == null ? null : new Narrative(told, Boolean.TRUE.equals(prosecution), consent, on);
    }
}
