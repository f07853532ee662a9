package org.aletheia.evidence.handling;

import java.util.Collection;
import java.util.Map;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** The refusal of what the chain of custody contradicts. */
public final class CustodyRefusal {
    private CustodyRefusal() {}

    /** {@code custody-refused} with the codes of all contradictions. */
    public static ProblemException of(Collection<Discrepancy> found) {
        return new ProblemException(
                ProblemType.CUSTODY_REFUSED,
                Map.of(
                        "discrepancies",
                        found.stream().map(Discrepancy::code).sorted().toList()));
    }
}
