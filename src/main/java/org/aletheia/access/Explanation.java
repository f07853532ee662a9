package org.aletheia.access;

import java.util.List;
import java.util.UUID;

/**
 * Why somebody may, or may not, do something with a record.
 *
 * @param member whom it is about
 * @param closures the grounds on which the record is closed now, to that member or not, the strongest first
 * @param terms codes of the terms that forbid what the policy permits, conditions of receipt and consents
 */
public record Explanation(
        RecordName record,
        AccessIntent intent,
        UUID member,
        Decision decision,
        List<ClosureGround> closures,
        List<String> terms) {
    public Explanation {
        closures = List.copyOf(closures);
        terms = List.copyOf(terms);
    }

    /** Whether neither policy nor terms stand against it. */
    public boolean permitted() {
        return decision.permitted() && terms.isEmpty();
    }
}
