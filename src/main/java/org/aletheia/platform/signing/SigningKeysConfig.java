package org.aletheia.platform.signing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where signing keys are. */
@ConfigMapping(prefix = "aletheia.keys")
public interface SigningKeysConfig {
    /**
     * Folder of the key files, made with mode 0700 where it is missing. Keys that are missing are made at the first start.
     * Every replica must see the same files. Back them up: a log whose keys are lost cannot be continued.
     */
    Path directory();

    /**
     * A PKCS#11 token that holds the Ed25519 keys, which cannot leave it; those of kind ML-DSA-44 stay in files, since tokens
     * cannot sign with them yet.
     */
    Optional<Pkcs11> pkcs11();

    /** One token. */
    interface Pkcs11 {
        /** The module of the token's maker, a shared library. */
        Path library();

        /** Label of the token. */
        String token();

        /** File with the PIN of the token's user in one line, readable by the server alone. */
        Path pinFile();
    }
}
