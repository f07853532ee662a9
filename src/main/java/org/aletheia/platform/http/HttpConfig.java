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

    /** How deep arrays and objects of a JSON body may lie in each other. */
    @WithDefault("64")
    int jsonDepth();

    /** Most elements of one array, and most members of one object, of a JSON body; many fields take far fewer. */
    @WithDefault("20000")
    int jsonElements();

    /** How often callers may ask. */
    Calls calls();

    /** How long a paging cursor can be used; afterwards the answer is 410 {@code cursor-expired}. */
    @WithDefault("24H")
    Duration cursorLife();

    /** How long the outcome of a create stays known under its {@code Idempotency-Key}. */
    @WithDefault("7D")
    Duration idempotencyLife();

    /** What a caller is told to wait when something the server stands on is down ({@code Retry-After}). */
    @WithDefault("10S")
    Duration retryAfter();

    /**
     * How often callers may ask: whoever asks more is answered 429 with {@code Retry-After}. Each replica counts for itself. What a
     * caller may ask at once is saved up while they ask nothing. 0 sets no limit.
     */
    interface Calls {
        /** Requests a second of one member, on average. A load of records in bulk is a request, whatever it holds. */
        @WithDefault("500")
        int memberRate();

        /** Requests of one member at once. */
        @WithDefault("10000")
        int memberAtOnce();

        /**
         * Requests a second from one address (of IPv6: from one network of 64 bits), on average, with and without login. Behind a
         * proxy it counts the callers' addresses only where the proxy is trusted to tell them ({@code quarkus.http.proxy.*}); else
         * it counts the proxy's.
         */
        @WithDefault("2000")
        int addressRate();

        /** Requests from one address at once. */
        @WithDefault("20000")
        int addressAtOnce();
    }
}
