package org.aletheia.custody.timestamping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.transparency.timestamp.TrustedRoots;

/** Times are vouched for by somebody, and by nobody whose keys everybody has. */
@ApplicationScoped
class TimestampsCheck implements ProductionCheck {
    private final TimestampsConfig config;
    private final LogNameConfig log;

    TimestampsCheck(TimestampsConfig config, LogNameConfig log) {
        this.config = config;
        this.log = log;
    }

    @Override
    public List<Unsafe> check() {
        if (config.authorities().isEmpty()) {
            return List.of(Unsafe.mild(
                    "aletheia.timestamps.authorities",
                    "nobody outside vouches for when a checkpoint was made",
                    "name at least one timestamp authority (RFC 3161)"));
        }
        return TimestampRunner.isLocal(log.origin())
                ? List.of()
                : Authority.all(config).stream()
                        .filter(authority -> authority.roots().stream().anyMatch(TrustedRoots::isForTests))
                        .map(authority -> Unsafe.severe(
                                Authority.property(authority.name(), "roots"),
                                "an authority for tests, whose keys whoever has the local stack has",
                                "name the roots of a real authority"))
                        .toList();
    }
}
