package org.aletheia.evidence.metadata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what terms the material was received. They bind every later use: {@code org.aletheia.evidence.terms} says where each is
 * enforced. Onward sharing is the owner's alone, who decides it each time.
 *
 * @param onwardSharingByAgreement nothing goes to a third body unless the sender agrees
 * @param leadPurposesOnly may guide an inquiry but not be used as evidence: it is not cited, and in nothing that leaves
 * @param namedBodies the only bodies that may receive it, by the name under which they are enrolled here; empty for no
 *     such limit
 * @param noDeathPenalty not for proceedings that may end in a death sentence: a body receives it that gave its assurance
 * @param embargoUntil first day on which it may be used
 * @param returnBy day by which it goes back to the sender: from its start on nobody else reads it
 */
public record ReceiptConditions(
        boolean onwardSharingByAgreement,
        boolean leadPurposesOnly,
        List<String> namedBodies,
        boolean noDeathPenalty,
        @Nullable LocalDate embargoUntil,
        @Nullable LocalDate returnBy) {
    /** Where the sender set none: the cautious default, onward sharing only with agreement. */
    public static final ReceiptConditions DEFAULT = new ReceiptConditions(true, false, List.of(), false, null, null);

    public ReceiptConditions {
        namedBodies = List.copyOf(namedBodies);
    }

    /** Whether a body of that name may receive it. */
    public boolean mayGoTo(String body) {
        return namedBodies.isEmpty()
                || namedBodies.stream().anyMatch(named -> named.strip().equalsIgnoreCase(body.strip()));
    }
}
