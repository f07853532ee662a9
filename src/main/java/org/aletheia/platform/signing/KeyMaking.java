package org.aletheia.platform.signing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.time.ServerClock;

/**
 * The command {@code keys}: makes the keys of a deployment beforehand, outside the server, for a key directory that the server
 * cannot write, or further keys before a rotation. It needs the properties {@code aletheia.keys} and {@code aletheia.log.origin}
 * and nothing else.
 */
public final class KeyMaking {
    /** How it is called. */
    public static final String USAGE =
            "usage: keys [next PURPOSE]   PURPOSE: checkpoint, promise, cosigning, encryption";

    private static final String ENCRYPTION = "encryption";

    private KeyMaking() {}

    /**
     * Makes what is missing; what is there is read, checked and stays. With {@code next} makes a further key of each kind of one
     * purpose, with which nothing signs until the log's list of keys names it; of purpose {@code encryption} a further
     * key-encryption key, with which nothing is wrapped before {@code keys rotate}.
     *
     * @param words after {@code keys}
     * @return exit code: 0, or 2 where it was called wrongly
     */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        if (!words.isEmpty()
                && (words.size() != 2
                        || !words.getFirst().equals("next")
                        || !words.getLast().equals(ENCRYPTION) && !isPurpose(words.getLast()))) {
            err.println(USAGE);
            return 2;
        }
        CommandConfig config = CommandConfig.read(SigningKeysConfig.class);
        SigningKeysConfig where = config.get(SigningKeysConfig.class);
        SigningKeys keys = HeldKeys.of(where, config.get("aletheia.log.origin"), ServerClock.utc());
        if (words.isEmpty()) {
            make(where.directory(), keys);
        } else if (words.getLast().equals(ENCRYPTION)) {
            out.println(FileKeyEncryptionKeys.makeNext(where.directory()));
        } else {
            SigningPurpose purpose = SigningPurpose.valueOf(words.getLast().toUpperCase(Locale.ROOT));
            purpose.types()
                    .forEach(type -> out.println(keys.make(purpose, type, keys.newest(purpose, type) + 1)
                            .label()));
        }
        out.println("The keys are there: copy them to two places before their first use");
        return 0;
    }

    static void make(Path directory, String origin) {
        make(directory, new FileSigningKeys(directory, origin, ServerClock.utc()));
    }

    private static void make(Path directory, SigningKeys keys) {
        FileKeyEncryptionKeys.make(directory);
        for (SigningPurpose purpose : SigningPurpose.values()) {
            keys.heldOrMade(purpose);
        }
    }

    private static boolean isPurpose(String word) {
        return Stream.of(SigningPurpose.values())
                .anyMatch(purpose -> purpose.name().toLowerCase(Locale.ROOT).equals(word));
    }
}
