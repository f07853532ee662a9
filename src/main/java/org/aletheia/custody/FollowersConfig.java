package org.aletheia.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The work that follows changes: search index and others. */
@ConfigMapping(prefix = "aletheia.followers")
public interface FollowersConfig {
    /** Whether this replica does such work. Events wait for it, however long. */
    @WithDefault("true")
    boolean enabled();

    /** How often to look for changes that another replica ordered. */
    @WithDefault("1S")
    Duration poll();
}
