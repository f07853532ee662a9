package org.aletheia.custody.cosigning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who cosigns the checkpoints of this log. */
@ConfigMapping(prefix = "aletheia.cosigners")
public interface CosignersConfig {
    /** The institutions that are asked, by a name for the operator; at most 20. */
    Map<String, Asked> asked();

    /**
     * How many of them must have cosigned the published checkpoint. Where fewer have, publication goes on and the server
     * says that it is unwell; those that are missing are asked again each {@code aletheia.journal.check-every}.
     */
    @WithDefault("0")
    int needed();

    /** How long a publication waits for them at most. Who has failed is left alone for up to a minute. */
    @WithDefault("2S")
    Duration patience();

    /** One institution. */
    interface Asked {
        /** Address below which {@code add-checkpoint} is, for example {@code https://archive.example.org/witness}. */
        URI url();

        /** Its verifier keys for cosigning, separated by commas; got from it by another way than the network. */
        List<String> vkeys();
    }
}
