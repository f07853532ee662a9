package org.aletheia.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.kernel.CountryCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an item was received: they go with it wherever it is shown.
 *
 * @param allowedCountries where it may be kept and used, ISO 3166-1; empty for no such limit
 * @param privilege code of {@code privilege}; none: no privilege is claimed; absent where the reader does not see the
 *     submission
 */
@Schema(name = "Terms")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        boolean onwardSharingByAgreement,
        boolean leadPurposesOnly,
        List<String> namedBodies,
        boolean noDeathPenalty,
        @Nullable String embargoUntil,
        @Nullable String returnBy,
        List<String> allowedCountries,
        @Nullable String privilege) {
    public Terms {
        namedBodies = List.copyOf(namedBodies);
        allowedCountries = List.copyOf(allowedCountries);
    }

    /** Those of an item, with the privilege that the reader knows of. */
    public static Terms of(ItemTerms terms, @Nullable String privilege) {
        ReceiptConditions set = terms.conditions();
        return new Terms(
                set.onwardSharingByAgreement(),
                set.leadPurposesOnly(),
                set.namedBodies(),
                set.noDeathPenalty(),
                set.embargoUntil() == null ? null : set.embargoUntil().toString(),
                set.returnBy() == null ? null : set.returnBy().toString(),
                terms.allowedCountries().stream().map(CountryCode::value).toList(),
                privilege);
    }

    /** The conditions that were set, in words of the API, a condition each. */
    public List<String> conditions() {
        List<String> said = new ArrayList<>();
        if (onwardSharingByAgreement) {
            said.add("onwardSharingByAgreement");
        }
        if (leadPurposesOnly) {
            said.add("leadPurposesOnly");
        }
        if (noDeathPenalty) {
            said.add("noDeathPenalty");
        }
        if (!namedBodies.isEmpty()) {
            said.add("namedBodies " + String.join(", ", namedBodies));
        }
        if (!allowedCountries.isEmpty()) {
            said.add("allowedCountries " + String.join(", ", allowedCountries));
        }
        if (embargoUntil != null) {
            said.add("embargoUntil " + embargoUntil);
        }
        if (returnBy != null) {
            said.add("returnBy " + returnBy);
        }
        return said;
    }
}
