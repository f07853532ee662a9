package org.aletheia.codelists;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The code lists. */
@ConfigMapping(prefix = "aletheia.code-lists")
public interface CodeListsConfig {
    /** How often to look for editions of lists that were given to another replica. */
    @WithDefault("2S")
    Duration poll();
}
