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
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Narrative;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.Proof;
import org.aletheia.reparations.claim.ReparationClaim;
import org.jspecify.annotations.Nullable;

/**
 * A reparation claim as callers write it.
 *
 * @param claimant id of a victim; never changes
 * @param capacity code of {@code claimant-capacity}
 * @param onBehalfOf ids of victims for whom the claimant acts
 * @param categories codes of the lists of the registers that are served
 * @param facts codes of {@code claim-fact}
 * @param harmDate EDTF date
 * @param harmCountry ISO 3166-1
 * @param harms codes of {@code harm}
 * @param forms codes of {@code reparation-form}
 * @param acts ids of acts
 * @param urgency code of {@code urgent-ground}, where the claim is urgent
 * @param lateReasons codes of {@code late-filing-reason}
 * @param payout reference of the vault entry with the bank data, {@code vault:<id>}; never the data
 */
record ReparationClaimBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String claimant,
        @Nullable String capacity,
        @Nullable List<String> onBehalfOf,
        @Nullable List<ListedCodeBody> categories,
        @Nullable List<String> facts,
        @Nullable String harmDate,
        @Nullable String harmCountry,
        @Nullable List<String> harms,
        @Nullable List<LossBody> losses,
        @Nullable List<String> forms,
        @Nullable List<String> acts,
        @Nullable List<ProofBody> proofs,
        @Nullable NarrativeBody narrative,
        @Nullable String urgency,
        @Nullable List<String> lateReasons,
        @Nullable String payout)
        implements ProtectionBody {
    private static final String VAULT = "vault:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    ReparationClaim create(Checks checks, Set<String> registers) {
        return check(checks, registers, ClaimStatus.DRAFT, Proceedings.NONE);
    }

    ReparationClaim revise(Checks checks, Set<String> registers, ReparationClaim before) {
        boolean same =
                claimant == null || claimant.equalsIgnoreCase(before.claimant().toString());
        checks.findings().require(same, "/claimant", "claimant-fixed");
        return check(checks, registers, before.status(), before.proceedings());
    }

    private ReparationClaim check(Checks checks, Set<String> registers, ClaimStatus status, Proceedings proceedings) {
        UUID victim = checks.reference(RecordKind.VICTIM, "/claimant", checks.required("/claimant", claimant));
        String as = checks.code("claimant-capacity", "/capacity", checks.required("/capacity", capacity));
        List<UUID> others = checks.references(RecordKind.VICTIM, "/onBehalfOf", onBehalfOf);
        List<ListedCode> where =
                checks.each("/categories", categories, (at, given) -> checks.listedCode(registers, at, given));
        List<String> told = checks.codes("claim-fact", "/facts", facts);
        UncertainDate when = checks.date("/harmDate", harmDate);
        CountryCode country = checks.country("/harmCountry", harmCountry);
        List<String> harm = checks.codes("harm", "/harms", harms);
        List<Loss> lost = checks.each("/losses", losses, (at, loss) -> loss.check(at, checks));
        List<String> asked = checks.codes("reparation-form", "/forms", forms);
        List<UUID> from = checks.references(RecordKind.ACT, "/acts", acts);
        List<Proof> shown = checks.each("/proofs", proofs, (at, proof) -> proof.check(at, checks));
        Narrative account = NarrativeBody.check(checks, narrative);
        String urgent = checks.code("urgent-ground", "/urgency", urgency);
        List<String> late = checks.codes("late-filing-reason", "/lateReasons", lateReasons);
        checks.findings().require(payout == null || payout.matches(VAULT), "/payout", "vault-reference");
        checks.throwIfAny();
        return new ReparationClaim(
                sure(victim),
                sure(as),
                others,
                where,
                told,
                when,
                country,
                harm,
                lost,
                asked,
                from,
                shown,
                account,
                urgent,
                late,
                payout,
                status,
                proceedings);
    }
}
