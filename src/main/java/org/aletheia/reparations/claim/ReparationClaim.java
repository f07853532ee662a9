package org.aletheia.reparations.claim;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What one victim claims, and what happened to it. Needs no perpetrator. It has no free text: the claimant's own account is
 * an item, and so is whatever shows the claim.
 *
 * @param claimant the victim
 * @param capacity code of {@code claimant-capacity}
 * @param onBehalfOf victims for whom the claimant acts
 * @param categories of the registers and commissions to which it may go
 * @param facts what happened, as stated, codes of {@code claim-fact}
 * @param harmDate when
 * @param harmCountry where
 * @param harms codes of {@code harm}
 * @param losses that are claimed
 * @param forms codes of {@code reparation-form}
 * @param acts from which the harm came
 * @param proofs items, with what they show
 * @param narrative the claimant's own account
 * @param urgency why it is urgent, code of {@code urgent-ground}; null where it is not
 * @param lateReasons why it comes late, codes of {@code late-filing-reason}
 * @param payout reference of the vault entry with the bank data; never the data
 * @param status where it stands
 */
public record ReparationClaim(
        UUID claimant,
        String capacity,
        List<UUID> onBehalfOf,
        List<ListedCode> categories,
        List<String> facts,
        @Nullable UncertainDate harmDate,
        @Nullable CountryCode harmCountry,
        List<String> harms,
        List<Loss> losses,
        List<String> forms,
        List<UUID> acts,
        List<Proof> proofs,
        @Nullable Narrative narrative,
        @Nullable String urgency,
        List<String> lateReasons,
        @Nullable String payout,
        ClaimStatus status,
        Proceedings proceedings)
        implements RecordContent {
    public ReparationClaim {
        onBehalfOf = List.copyOf(onBehalfOf);
        categories = List.copyOf(categories);
        facts = List.copyOf(facts);
        harms = List.copyOf(harms);
        losses = List.copyOf(losses);
        forms = List.copyOf(forms);
        acts = List.copyOf(acts);
        proofs = List.copyOf(proofs);
        lateReasons = List.copyOf(lateReasons);
        // Rows of earlier releases have none.
        proceedings = Objects.requireNonNullElse(proceedings, Proceedings.NONE);
    }

    /** The same claim further on. */
    public ReparationClaim at(ClaimStatus next, Proceedings after) {
        return new ReparationClaim(
                claimant,
                capacity,
                onBehalfOf,
                categories,
                facts,
                harmDate,
                harmCountry,
                harms,
                losses,
                forms,
                acts,
                proofs,
                narrative,
                urgency,
                lateReasons,
                payout,
                next,
                after);
    }

    /** Those whose harm it is about: the claimant, and those for whom they act. */
    public List<UUID> persons() {
        return Stream.concat(Stream.of(claimant), onBehalfOf.stream())
                .distinct()
                .toList();
    }

    @Override
    public void describe(Projection.Builder search) {
        if (proceedings.number() != null) {
            search.identifiers(List.of(proceedings.number()));
        }
        if (harmDate != null) {
            search.dates(List.of(harmDate));
        }
        search.codes(new SearchCodes()
                .countries(harmCountry == null ? List.of() : List.of(harmCountry))
                .add("claimant-capacity", capacity)
                .add("harm", harms)
                .add("reparation-form", forms)
                .add("urgent-ground", urgency)
                .add("status", status.code())
                .add(categories)
                .list());
    }
}
