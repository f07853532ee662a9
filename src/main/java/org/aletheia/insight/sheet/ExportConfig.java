package org.aletheia.insight.sheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What leaves in one answer. */
@ConfigMapping(prefix = "aletheia.exports")
public interface ExportConfig {
    /** How many items a sheet may have before another member has to approve it. */
    @WithDefault("100")
    int withoutApproval();
}
