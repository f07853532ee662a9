package org.aletheia.joins.prior;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Questions about earlier interviews. */
@ConfigMapping(prefix = "aletheia.prior-interviews")
public interface PriorInterviewConfig {
    /** How many questions a member may ask within a day. Whoever asks about everybody collects, and does not interview. */
    @WithDefault("10")
    int perDay();

    /** How long ago the person may have agreed to the question. */
    @WithDefault("1H")
    Duration agreementAge();

    /** How often questions are compared with what the vault holds: apart from the requests, whose time tells nothing. */
    @WithDefault("5M")
    Duration compareEvery();
}
