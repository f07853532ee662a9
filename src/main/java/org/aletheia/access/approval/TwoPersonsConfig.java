package org.aletheia.access.approval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When two persons are two. */
@ConfigMapping(prefix = "aletheia.two-persons")
public interface TwoPersonsConfig {
    /**
     * How long ago both the member who asks and the one who approves must have been enrolled, and last given a further role,
     * clearance or compartment. An administrator who makes up two members must wait as long, while the log already shows
     * them. Shorter than an hour only for demonstrations and tests.
     */
    @WithDefault("24H")
    Duration standing();

    /** How long a request waits for its decision. */
    @WithDefault("72H")
    Duration patience();

    /**
     * Whether whoever approves must have signed in with a key of their own (WebAuthn): the token says so in {@code acr} or
     * {@code amr}. Off only for demonstrations and tests.
     */
    @WithDefault("true")
    boolean strongAuthentication();

    /** Values of the token's claim {@code acr}, of which one says that a key was used; as the identity provider names them. */
    Optional<Set<String>> acr();

    /** Values of the token's claim {@code amr} (RFC 8176), of which one says so. */
    @WithDefault("hwk,webauthn")
    Set<String> amr();

    /**
     * Whether this is a demonstration: it then may start with a short {@link #standing()} and without {@link
     * #strongAuthentication()}, and says so aloud.
     */
    @WithDefault("false")
    boolean demonstration();
}
