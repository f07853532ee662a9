package org.aletheia.custody.timestamping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who timestamps the checkpoints of this log (RFC 3161), and how often. */
@ConfigMapping(prefix = "aletheia.timestamps")
public interface TimestampsConfig {
    /**
     * The authorities, each by a name of lower-case letters, digits and hyphens, at most 32 of them, which stands in the
     * addresses of its tokens for ever; at most 10.
     */
    Map<String, Authority> authorities();

    /** How often a checkpoint is timestamped, where the log has grown: all authorities are asked about the same one. */
    @WithDefault("1H")
    Duration interval();

    /** How long an authority, or a server with its revocation lists, may take for one answer. */
    @WithDefault("10S")
    Duration patience();

    /** How long a checkpoint may wait for an authority before the server says that it is unwell. Intake goes on all the same. */
    @WithDefault("24H")
    Duration lateAfter();

    /** One authority. */
    interface Authority {
        /** Where it answers (RFC 3161 §3.4), for example {@code https://timestamps.example.org/tsa}. */
        URI url();

        /** File with the certificates to which its chain must lead, PEM; got by another way than from its answers. */
        Path roots();

        /** Policy under which its tokens must be, a dotted OID; any where nothing is said. */
        Optional<String> policy();

        /** Digest of the imprint: {@code sha-256} or {@code sha-512}. */
        @WithDefault("sha-512")
        String hash();

        /**
         * Where the revocation lists of its chain are had, separated by commas; where nothing is said, at the addresses that
         * its certificates name.
         */
        Optional<List<URI>> revocationLists();
    }
}
