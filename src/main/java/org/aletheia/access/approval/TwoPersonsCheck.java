package org.aletheia.access.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;

/** Members who were made up this minute, or whose password was read, are no second person. */
@ApplicationScoped
class TwoPersonsCheck implements ProductionCheck {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(14);
    private static final String PREFIX = "aletheia.two-persons.";

    private final TwoPersonsConfig config;

    TwoPersonsCheck(TwoPersonsConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        List<Unsafe> found = new ArrayList<>();
        if (config.standing().compareTo(SHORTEST) < 0) {
            found.add(unsafe(
                    "standing",
                    "one administrator can enrol two members and decide with them within the hour",
                    "leave it unset: 24 hours"));
        }
        if (!config.strongAuthentication()) {
            found.add(unsafe(
                    "strong-authentication",
                    "whoever reads one password is a second person",
                    "leave it unset, and let the identity provider ask for WebAuthn and say so in acr or amr"));
        }
        if (config.patience().isNegative() || config.patience().isZero()) {
            found.add(
                    Unsafe.severe(PREFIX + "patience", "every request has expired when it is made", "leave it unset"));
        }
        if (config.patience().compareTo(LONGEST_PATIENCE) > 0) {
            found.add(unsafe(
                    "patience", "a request can be approved when its reason is forgotten", "leave it unset: 72 hours"));
        }
        return found;
    }

    private Unsafe unsafe(String property, String problem, String remedy) {
        return new Unsafe(!config.demonstration(), PREFIX + property, problem, remedy);
    }
}
