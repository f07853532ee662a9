package org.aletheia.access.approval;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of a test. */
record Rules(
        Duration standing,
        Duration patience,
        boolean strongAuthentication,
        Optional<Set<String>> acr,
        Set<String> amr,
        boolean demonstration)
        implements TwoPersonsConfig {
    /** As a server has them whose operator sets nothing. */
    static final Rules DEFAULT = new Rules(
            Duration.ofHours(24), Duration.ofHours(72), true, Optional.empty(), Set.of("hwk", "webauthn"), false);

    Rules standing(Duration other) {
        return new Rules(other, patience, strongAuthentication, acr, amr, demonstration);
    }

    Rules patience(Duration other) {
        return new Rules(standing, other, strongAuthentication, acr, amr, demonstration);
    }

    Rules passwordsSuffice() {
        return new Rules(standing, patience, false, acr, amr, demonstration);
    }

    Rules acr(String value) {
        return new Rules(standing, patience, strongAuthentication, Optional.of(Set.of(value)), amr, demonstration);
    }

    Rules forDemonstration() {
        return new Rules(standing, patience, strongAuthentication, acr, amr, true);
    }
}
