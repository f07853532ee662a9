package org.aletheia.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the API behaves towards its callers. */
@ConfigMapping(prefix = "aletheia.http")
public interface HttpConfig {
    /** Largest JSON body that is read; content uploads are streams and have no such limit. */
    @WithDefault("1M")
    MemorySize jsonLimit();

    /** How long a paging cursor can be used; afterwards the answer is 410 {@code cursor-expired}. */
    @WithDefault("24H")
    Duration cursorLife();

    /** How long the outcome of a create stays known under its {@code Idempotency-Key}. */
    @WithDefault("7D")
    Duration idempotencyLife();

    /** What a caller is told to wait when something the server stands on is down ({@code Retry-After}). */
    @WithDefault("10S")
    Duration retryAfter();
}
