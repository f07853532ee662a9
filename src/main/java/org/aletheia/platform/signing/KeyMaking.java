package org.aletheia.platform.signing;

import java.nio.file.Path;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes the keys of a deployment beforehand, outside the server, for a key directory that the server cannot write: it
 * needs {@code aletheia.keys.directory} and {@code aletheia.log.origin} and nothing else.
 */
public final class KeyMaking {

    private KeyMaking() {}

    /** Makes what is missing; what is there is read, checked and stays. */
    public static void run() {
        Config config = ConfigProvider.getConfig();
        make(
                Path.of(config.getValue("aletheia.keys.directory", String.class)),
                config.getValue("aletheia.log.origin", String.class));
        System.out.println("The keys are there: copy them to two places before their first use");
    }

    static void make(Path directory, String origin) {
        FileKeyEncryptionKeys.make(directory);
        for (SigningPurpose purpose : SigningPurpose.values()) {
            FileSigners.keys(directory, origin, purpose);
        }
    }
}
