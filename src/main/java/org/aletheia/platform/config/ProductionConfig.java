package org.aletheia.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator takes upon themselves. */
@ConfigMapping(prefix = "aletheia.production")
public interface ProductionConfig {
    /**
     * Whether the server may talk to PostgreSQL and Elasticsearch on other machines without TLS of its own. Records and the
     * text of evidence then cross the network as they are: only where something below the server, such as a mesh or a
     * tunnel, encrypts and authenticates that way.
     */
    @WithDefault("false")
    boolean plaintextAllowed();
}
