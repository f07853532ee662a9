package org.aletheia.testimony.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The survivor's own door. */
@ConfigMapping(prefix = "aletheia.door")
public interface DoorConfig {
    /** How long a code opens its door; afterwards it is replaced by the organisation that gave it. */
    @WithDefault("365D")
    Duration codeLife();

    /** How long an open door stays open without being used; four times as long it stays open at most. */
    @WithDefault("15M")
    Duration sessionLife();

    /** Where the link leads that leaves at once: a page that anybody could be looking at. */
    @WithDefault("https://www.wikipedia.org/")
    URI leaveTo();

    /** How many wrong words are heard for one code within {@code wrongWindow()} before it opens for nobody. */
    @WithDefault("5")
    int wrongPerCode();

    /**
     * How many wrong attempts are heard from one address within {@code wrongWindow()} before none is. Addresses are
     * remembered in memory alone, under a key that ends with the process. Behind a proxy all come from its address, unless
     * {@code quarkus.http.proxy.proxy-address-forwarding} tells the server to believe it: whoever sends that many wrong ones
     * shuts the doors of all.
     */
    @WithDefault("600")
    int wrongPerAddress();

    /** The time after which wrong attempts are forgotten. */
    @WithDefault("1H")
    Duration wrongWindow();
}
