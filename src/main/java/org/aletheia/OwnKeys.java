package org.aletheia;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.KeysConfig;
import org.aletheia.platform.signing.HeldKeys;
import org.aletheia.platform.signing.KnownKeys;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.keys.KeyHistory;

/** The keys of this deployment, for commands outside the server, which has its container for that. */
final class OwnKeys {
    private OwnKeys() {}

    /** The private keys that are held; makes none. */
    static SigningKeys held(CommandConfig config, Clock clock) {
        return HeldKeys.of(config.get(SigningKeysConfig.class), config.get("aletheia.log.origin"), clock);
    }

    /** The key-encryption keys that are held; makes none. */
    static FileKeyEncryptionKeys encrypting(CommandConfig config) {
        Path directory = Path.of(config.get("aletheia.keys.directory"));
        return new FileKeyEncryptionKeys(new KeysConfig() {
            @Override
            public Path directory() {
                return directory;
            }

            @Override
            public Duration copyEvery() {
                return Duration.ZERO;
            }
        });
    }

    /** By which what this log has signed is recognised. Lists that are broken count for nothing here: who checks them says so. */
    static LogKeys known(CommandConfig config, SigningKeys held, KeyLists lists) {
        String origin = config.get("aletheia.log.origin");
        return new LogKeys(origin, KnownKeys.of(held, readable(lists), SigningPurpose.CHECKPOINT, origin));
    }

    private static Optional<KeyHistory> readable(KeyLists lists) {
        try {
            return lists.stored();
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }
}
