package org.aletheia.custody.cosigning;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose logs this server cosigns, at {@code /witness/add-checkpoint}. Without partners nothing is cosigned. */
@ConfigMapping(prefix = "aletheia.witness")
public interface CosigningConfig {
    /** The logs that are cosigned, by a name for the operator. */
    Map<String, Partner> partners();

    /** One log. */
    interface Partner {
        /** Origin of the log: the first line of its checkpoints. */
        String origin();

        /** Its verifier keys, of that name, separated by commas; got from the partner by another way than the network. */
        List<String> vkeys();

        /**
         * Contradictions that were found up to this instant (RFC 3339) have been looked into: they stay kept, and no longer
         * make this server say that it is unwell.
         */
        Optional<Instant> examinedUntil();
    }
}
