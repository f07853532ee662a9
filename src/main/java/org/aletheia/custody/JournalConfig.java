package org.aletheia.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast events are ordered, published and followed. */
@ConfigMapping(prefix = "aletheia.journal")
public interface JournalConfig {
    /** How long a read waits at most until it is journalled; after that it is refused. */
    @WithDefault("5S")
    Duration readPatience();

    /** Most events that get their index in one transaction: bounds memory, not speed. */
    @WithDefault("1000")
    int batchSize();

    /** How long committed events gather before they get their index together: under load, one transaction for many. */
    @WithDefault("0.05S")
    Duration gather();

    /** How often to look for events that another replica took in and did not order. Own events wait no longer than they gather. */
    @WithDefault("0.1S")
    Duration poll();

    /**
     * Least time between two publications of the log, of all replicas together: each leaves a checkpoint of some 4 KiB that
     * stays for ever.
     */
    @WithDefault("1S")
    Duration publishEvery();

    /** How often to compare the log bucket with the journal when nothing happens. */
    @WithDefault("60S")
    Duration checkEvery();

    /**
     * How far ahead full tiles of the log are locked at least, where the log bucket has Object Lock; renewed each year.
     * Longer than the log is to be kept after the server was switched off.
     */
    @WithDefault("3653D")
    Duration lockPeriod();
}
