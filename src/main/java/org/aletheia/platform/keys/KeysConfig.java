package org.aletheia.platform.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where key-encryption keys come from. */
@ConfigMapping(prefix = "aletheia.keys")
public interface KeysConfig {
    /**
     * Directory of the file provider: one file for each key-encryption key, readable by the server's user only. The first
     * key is made at the first start. Whoever loses this directory loses everything that is stored; whoever copies it
     * together with the buckets can read everything.
     */
    Path directory();

    /** How often new, re-wrapped and destroyed unit keys are copied to the keys bucket. */
    @WithDefault("5S")
    Duration copyEvery();
}
