package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;
import org.eclipse.microprofile.config.Config;

/** No log of the server's own says who came to a door. What stands in front of the server keeps is the operator's to see to. */
@ApplicationScoped
class AccessLogCheck implements ProductionCheck {
    private static final String LOG = "quarkus.http.access-log.";
    private static final String DOOR = "/page";

    private final Config config;

    AccessLogCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        boolean logged = config.getOptionalValue(LOG + "enabled", Boolean.class).orElse(false);
        return !logged || leavesOut(config.getOptionalValue(LOG + "exclude-pattern", String.class))
                ? List.of()
                : List.of(Unsafe.severe(
                        LOG + "exclude-pattern",
                        "the access log would keep the addresses of people who come to their own door",
                        "leave the access log off, or set the pattern to " + DOOR));
    }

    private static boolean leavesOut(Optional<String> pattern) {
        try {
            return pattern.filter(text -> Pattern.matches(text, DOOR)).isPresent();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
