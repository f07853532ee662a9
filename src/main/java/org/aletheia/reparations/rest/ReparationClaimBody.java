package org.aletheia.reparations.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.ListedCodeBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.reparations.ClaimStatus;
import org.aletheia.reparations.ReparationClaim;
import org.jspecify.annotations.Nullable;

/**
 * A reparation claim as callers write it.
 *
 * @param claimant id of a victim; never changes
 * @param capacity code of {@code claimant-capacity}
 * @param categories codes of {@code rd4u} or {@code uncc}
 * @param harms codes of {@code harm}
 * @param forms codes of {@code reparation-form}
 * @param acts ids of acts
 */
record ReparationClaimBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String claimant,
        @Nullable String capacity,
        @Nullable List<ListedCodeBody> categories,
        @Nullable List<String> harms,
        @Nullable List<String> forms,
        @Nullable List<String> acts)
        implements ProtectionBody {
    private static final Set<String> REGISTERS = Set.of("rd4u", "uncc");

    ReparationClaim create(Checks checks) {
        return check(checks, ClaimStatus.FILED);
    }

    ReparationClaim revise(Checks checks, ReparationClaim before) {
        boolean same =
                claimant == null || claimant.equalsIgnoreCase(before.claimant().toString());
        checks.findings().require(same, "/claimant", "claimant-fixed");
        return check(checks, before.status());
    }

    private ReparationClaim check(Checks checks, ClaimStatus status) {
        UUID victim = checks.reference(RecordKind.VICTIM, "/claimant", checks.required("/claimant", claimant));
        String as = checks.code("claimant-capacity", "/capacity", checks.required("/capacity", capacity));
        List<ListedCode> where =
                checks.each("/categories", categories, (at, given) -> checks.listedCode(REGISTERS, at, given));
        List<String> harm = checks.codes("harm", "/harms", harms);
        List<String> asked = checks.codes("reparation-form", "/forms", forms);
        List<UUID> from = checks.references(RecordKind.ACT, "/acts", acts);
        checks.throwIfAny();
        return new ReparationClaim(sure(victim), sure(as), where, harm, asked, from, status);
    }
}
