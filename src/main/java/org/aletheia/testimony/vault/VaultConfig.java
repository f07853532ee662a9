package org.aletheia.testimony.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When two persons are two. */
@ConfigMapping(prefix = "aletheia.vault")
public interface VaultConfig {
    /**
     * How long ago both the member who asks for an identity and the one who approves must have been enrolled, and last
     * given a further role, clearance or compartment. An administrator who makes up two members must wait as long, while
     * the log already shows them. Shorter than an hour only for demonstrations and tests.
     */
    @WithDefault("24H")
    Duration approverAge();
}
