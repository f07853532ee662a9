package org.aletheia.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who gets in first. */
@ConfigMapping(prefix = "aletheia.bootstrap")
public interface AccessConfig {
    /**
     * One-time code with which the first administrator enrols themselves ({@code POST /api/v1/bootstrap}); at least 16
     * characters. Without it, or once used, bootstrap is refused. Remove it afterwards.
     */
    Optional<String> code();

    /** How many wrong codes are heard within {@link #attemptWindow()} before every attempt is refused unheard. */
    @WithDefault("5")
    int attempts();

    /** The time after which wrong codes are forgotten. */
    @WithDefault("15M")
    Duration attemptWindow();
}
