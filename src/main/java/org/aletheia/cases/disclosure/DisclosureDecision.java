package org.aletheia.cases.disclosure;

import java.util.List;
import java.util.UUID;
import org.aletheia.cases.CasePart;

/**
 * What was decided about an item for a case.
 *
 * @param decision code of {@code disclosure-decision}
 * @param reasons codes of {@code disclosure-reason}
 * @param decidedBy the disclosure officer
 * @param decidedAt when, RFC 3339
 */
public record DisclosureDecision(
        UUID caseFile, UUID item, String decision, List<String> reasons, UUID decidedBy, String decidedAt)
        implements CasePart {
    public DisclosureDecision {
        reasons = List.copyOf(reasons);
    }
}
