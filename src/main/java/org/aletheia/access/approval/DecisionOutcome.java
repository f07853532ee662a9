package org.aletheia.access.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** What becomes of a request. The set cannot grow without a rule of its own, so it is no code list. */
public enum DecisionOutcome {
    /** By another member: what was asked is done with it. */
    APPROVED,
    /** By another member. */
    REFUSED,
    /** By the member who asked. */
    WITHDRAWN;

    private static final List<String> CODES =
            Arrays.stream(values()).map(DecisionOutcome::code).toList();

    /** The lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code /outcome}; null with a finding where it is none. */
    public static @Nullable DecisionOutcome read(Findings findings, @Nullable String said) {
        if (said == null) {
            findings.add("/outcome", "required");
            return null;
        }
        boolean known = CODES.contains(said);
        findings.require(known, "/outcome", "outcome-unknown", Map.of("allowed", CODES));
        return known ? valueOf(said.toUpperCase(Locale.ROOT)) : null;
    }
}
