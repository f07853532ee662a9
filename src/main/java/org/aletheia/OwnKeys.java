package org.aletheia;

import java.time.Clock;
import java.util.Optional;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.config.CommandConfig;
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
