package org.aletheia.reparations.proceedings;

import java.util.List;
import java.util.Map;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.claim.ClaimStatus;

/** The refusal of what the state of a claim does not allow, naming what it does. */
public final class StepRefused {
    private StepRefused() {}

    /** Of a step: a finding {@code step-not-possible}. */
    public static ProblemException step(ClaimStatus state, Step wanted) {
        return of(state, wanted.code(), "/step", "step-not-possible");
    }

    /** Of a change of what is claimed: {@code claim-not-revisable}. */
    public static ProblemException revision(ClaimStatus state) {
        return of(state, "revise", "", "claim-not-revisable");
    }

    /** Of an entry in the ledger: {@code delivery-not-possible}. */
    public static ProblemException delivery(ClaimStatus state) {
        return of(state, "deliver", "", "delivery-not-possible");
    }

    private static ProblemException of(ClaimStatus state, String wanted, String pointer, String code) {
        List<String> possible = Step.possible(state);
        return new ProblemException(
                ProblemType.STATE_REFUSED,
                Map.of("state", state.code(), "wanted", wanted, "possible", possible),
                List.of(new Finding(pointer, code, Map.of("state", state.code(), "possible", possible))));
    }
}
