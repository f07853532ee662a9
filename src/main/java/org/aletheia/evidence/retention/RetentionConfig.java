package org.aletheia.evidence.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long stored bytes are locked where the evidence bucket has Object Lock. Nobody can end such a lock early, not even
 * who runs the store; destroying the item's key still makes the bytes unreadable.
 */
@ConfigMapping(prefix = "aletheia.retention")
public interface RetentionConfig {
    /** Lock of material that is not registered yet, or that goes back to its sender. Renewed while it is kept. */
    @WithDefault("90D")
    Duration provisionalLock();

    /** Lock of registered material whose rule names no end. Renewed while it is kept. */
    @WithDefault("1827D")
    Duration openEndedLock();

    /** How often the locks of all items are read back from the store, and renewed where they run out. */
    @WithDefault("24H")
    Duration patrolEvery();
}
