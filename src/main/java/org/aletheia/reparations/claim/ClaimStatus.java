package org.aletheia.reparations.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** Where a claim stands. */
public enum ClaimStatus {
    /** Being written by the claimant's side. */
    DRAFT,
    /** Handed in; nobody has answered yet. */
    SUBMITTED,
    /** Received, with a number. */
    ACKNOWLEDGED,
    /** Something is missing; the claimant's side has time to add it. */
    DEFICIENT,
    /** Complete as it stands; an officer works on it. */
    UNDER_DECISION,
    /** Decided. */
    DECIDED,
    /** The claimant's side asked that another person look at the decision. */
    UNDER_REVIEW,
    /** Decided again; the last word. */
    REVIEWED,
    /** The claimant died; it waits for successors and loses nothing meanwhile. */
    AWAITING_SUCCESSORS,
    /** Taken back by the claimant's side. */
    WITHDRAWN;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a code, also of {@code filed}, which earlier releases wrote where nobody had answered yet. */
    @JsonCreator
    static ClaimStatus parse(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code.equals("filed") ? "submitted" : code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("claim-status", "not a status of a claim"));
    }
}
