package org.aletheia.reparations;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;

/**
 * What one victim claims. Needs no perpetrator. It has no free text: the claimant's own account is a statement, and the
 * material that supports it is linked by sources.
 *
 * @param claimant the victim
 * @param capacity code of {@code claimant-capacity}
 * @param categories of the registers and commissions to which it may go
 * @param harms codes of {@code harm}
 * @param forms codes of {@code reparation-form}
 * @param acts from which the harm came
 * @param status where it stands
 */
public record ReparationClaim(
        UUID claimant,
        String capacity,
        List<ListedCode> categories,
        List<String> harms,
        List<String> forms,
        List<UUID> acts,
        ClaimStatus status)
        implements RecordContent {
    public ReparationClaim {
        categories = List.copyOf(categories);
        harms = List.copyOf(harms);
        forms = List.copyOf(forms);
        acts = List.copyOf(acts);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.codes(new SearchCodes()
                .add("claimant-capacity", capacity)
                .add("harm", harms)
                .add("reparation-form", forms)
                .add("status", status.code())
                .add(categories)
                .list());
    }
}
