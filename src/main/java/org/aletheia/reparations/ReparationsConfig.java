package org.aletheia.reparations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How reparation claims are taken. */
@ConfigMapping(prefix = "aletheia.reparations")
public interface ReparationsConfig {
    /** Code lists whose codes may be categories of a claim: those of the registers and commissions that are served. */
    @WithDefault("rd4u,uncc")
    Set<String> registers();

    /** How often to look for editions of the rules of sufficiency that were given to another replica. */
    @WithDefault("2S")
    Duration rulesPoll();

    /**
     * How claim numbers look: fixed text, {@code {year}} at most once, and {@code {number:N}} at the end with at least N
     * digits. A changed pattern starts a new series; numbers already given stay. It must differ from the pattern of
     * registration numbers.
     */
    @WithDefault("RC-{year}-{number:6}")
    String claimNumberPattern();
}
