package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;
import org.eclipse.microprofile.config.Config;

/** No log of the server's own says who came to a door, or to the anonymous one where there is one. What stands in front of the server keeps is the operator's to see to. */
@ApplicationScoped
class AccessLogCheck implements ProductionCheck {
    private static final String LOG = "quarkus.http.access-log.";
    private static final String DOOR = "/page";
    private static final String ANONYMOUS_DOOR = "/form";

    private final Config config;

    AccessLogCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        boolean logged = config.getOptionalValue(LOG + "enabled", Boolean.class).orElse(false);
        List<String> doors = config.getOptionalValue("aletheia.anonymous-door.organisation", String.class)
                        .isPresent()
                ? List.of(DOOR, ANONYMOUS_DOOR)
                : List.of(DOOR);
        return !logged || leavesOut(config.getOptionalValue(LOG + "exclude-pattern", String.class), doors)
                ? List.of()
                : List.of(Unsafe.severe(
                        LOG + "exclude-pattern",
                        "the access log would keep the addresses of people who come to a door without an account",
                        "leave the access log off, or set the pattern to " + String.join("|", doors)));
    }

    private static boolean leavesOut(Optional<String> pattern, List<String> doors) {
        try {
            return pattern.filter(text -> doors.stream().allMatch(door -> Pattern.matches(text, door)))
                    .isPresent();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
