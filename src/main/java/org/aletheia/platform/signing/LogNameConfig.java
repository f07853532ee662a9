package org.aletheia.platform.signing;

import io.smallrye.config.ConfigMapping;

/** What the log is called. */
@ConfigMapping(prefix = "aletheia.log")
public interface LogNameConfig {
    /**
     * Name of the log for ever, in checkpoints and as name of its keys: an address without scheme, such as
     * {@code evidence.example.org/log}. Fixed once the first checkpoint is signed.
     */
    String origin();
}
