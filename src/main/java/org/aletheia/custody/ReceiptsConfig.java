package org.aletheia.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What receipts promise. */
@ConfigMapping(prefix = "aletheia.receipts")
public interface ReceiptsConfig {
    /**
     * How long after an event a published checkpoint covers it at the latest: every receipt promises that, and whoever
     * holds one can show a promise that was broken. Longer than any outage of signer or bucket that you allow yourself.
     */
    @WithDefault("24H")
    Duration integratedWithin();

    /** How long a caller may wait at most for the proof, whatever the request prefers. */
    @WithDefault("10S")
    Duration longestWait();
}
