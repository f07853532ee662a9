package org.aletheia.cases.disclosure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.cases.CasePart;

/**
 * That each restricted or flagged item linked to a case had a decision when this was issued. It names the decisions and not
 * the items: those who read it may not know of all of them.
 *
 * @param caseRevision of the case file
 * @param items how many were linked
 * @param decisions each at the revision that counted
 * @param counts decisions by code of {@code disclosure-decision}
 * @param issuedBy the disclosure officer
 * @param issuedAt when, RFC 3339
 */
public record DisclosureCertificate(
        UUID caseFile,
        int caseRevision,
        int items,
        List<Decision> decisions,
        Map<String, Integer> counts,
        UUID issuedBy,
        String issuedAt)
        implements CasePart {
    public DisclosureCertificate {
        decisions = List.copyOf(decisions);
        // What is empty is not stored.
        counts = counts == null ? Map.of() : Map.copyOf(counts);
    }

    /** A decision at a revision. */
    public record Decision(UUID id, int revision) {}

    static Map<String, Integer> counted(List<DisclosureLine> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> {
            if (line.decision() != null) {
                counts.merge(line.decision().code(), 1, Integer::sum);
            }
        });
        return counts;
    }
}
