package org.aletheia.testimony.vault.rest;

import static org.aletheia.evidence.record.Checks.sure;

import org.aletheia.evidence.record.Checks;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/**
 * A reveal by one alone, as callers ask for it.
 *
 * @param reason whose life is in danger, in words; sealed
 */
record UrgentRevealBody(
        RevealBody.@Nullable SubjectBody subject, @Nullable String reason) {

    record Asked(VaultSubject subject, String reason) {}

    Asked check(Checks checks) {
        VaultSubject whom = RevealBody.SubjectBody.check(subject, checks);
        String why = checks.text("/reason", checks.required("/reason", reason), RevealBody.MAX_REASON);
        checks.throwIfAny();
        return new Asked(sure(whom), sure(why));
    }
}
