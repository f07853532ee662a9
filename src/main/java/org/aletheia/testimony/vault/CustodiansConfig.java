package org.aletheia.testimony.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Custodians of names. Who they are, and that there are any, is no setting. */
@ConfigMapping(prefix = "aletheia.custodians")
public interface CustodiansConfig {
    /** How often some hundred identities come under custodians, while two decided that all do. */
    @WithDefault("30S")
    Duration wrapEvery();
}
