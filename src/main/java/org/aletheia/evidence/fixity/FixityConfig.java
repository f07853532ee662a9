package org.aletheia.evidence.fixity;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often stored bytes are read again, and how much of the store's and the processor's time that may take. */
@ConfigMapping(prefix = "aletheia.fixity")
public interface FixityConfig {
    /** Within which every item's bytes are read again. Work on them begins when nine tenths of it have passed. */
    @WithDefault("90D")
    Duration period();

    /** How long after a failed check the item is looked at again. */
    @WithDefault("24H")
    Duration retry();

    /** Most stored bytes that are read a second, by each replica; 0 for no limit. 32M reads 240 TiB in 90 days. */
    @WithDefault("32M")
    MemorySize rate();

    /** How often to look for what is due. A request is seen at once by the replica that took it. */
    @WithDefault("10S")
    Duration poll();
}
