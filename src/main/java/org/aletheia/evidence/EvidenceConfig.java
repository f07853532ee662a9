package org.aletheia.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How material is taken in and registered. */
@ConfigMapping(prefix = "aletheia.evidence")
public interface EvidenceConfig {
    /** How long a deposit waits for its bytes. */
    @WithDefault("7D")
    Duration depositLife();

    /** How often deposits whose time is over are removed. */
    @WithDefault("10M")
    Duration depositExpiryEvery();

    /** Largest file that is accepted. */
    @WithDefault("64G")
    MemorySize maxFileSize();

    /**
     * How registration numbers look: fixed text, {@code {year}} at most once, and {@code {number:N}} at the end with at
     * least N digits. A changed pattern starts a new series; numbers already given stay.
     */
    @WithDefault("ALT-{year}-{number:6}")
    String registrationPattern();

    /** For how long a read covers repeated reads of the same item by the same member for the same purpose. */
    @WithDefault("15M")
    Duration readCoverage();

    /** How much of a plain text file is read for search, from its beginning. */
    @WithDefault("1M")
    MemorySize indexedText();
}
