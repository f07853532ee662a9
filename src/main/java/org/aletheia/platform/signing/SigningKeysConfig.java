package org.aletheia.platform.signing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where signing keys are. */
@ConfigMapping(prefix = "aletheia.keys")
public interface SigningKeysConfig {
    /**
     * Folder of the key files, made with mode 0700 where it is missing. Keys that are missing are made at the first start.
     * Every replica must see the same files. Back them up: a log whose keys are lost cannot be continued.
     */
    Path directory();
}
