package org.aletheia;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.aletheia.platform.persistence.Migration;
import org.aletheia.platform.signing.KeyMaking;

/**
 * Starts the server; with the one argument {@code migrate} brings the database to this version's schema instead and
 * ends; with {@code keys} makes the keys of a new deployment, or exchanges the key-encryption key, and ends; with {@code
 * fsck} checks the whole estate and ends; with {@code log recover} looks at a log that cannot go on, with {@code log keys} at the keys of the log, and ends.
 * Migrating is a job of its own because it alone needs the owner's rights, and because several replicas that start at once
 * must not do it.
 */
@QuarkusMain
public final class Main {

    private static final String MIGRATE = "migrate";
    private static final String KEYS = "keys";
    private static final String FSCK = "fsck";
    private static final String LOG = "log";

    private Main() {}

    /**
     * Exit code 0 after a migration and after making keys; that of {@link EncryptionKeysCommand}, {@link FsckCommand}, {@link
     * RecoverCommand} and {@link KeysCommand}; the server's own otherwise.
     */
    public static void main(String... args) {
        if (args.length == 1 && args[0].equals(MIGRATE)) {
            Migration.run();
        } else if (args.length > 0 && args[0].equals(KEYS)) {
            System.exit(keys(List.of(args).subList(1, args.length)));
        } else if (args.length > 0 && args[0].equals(FSCK)) {
            System.exit(FsckCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        } else if (args.length > 0 && args[0].equals(LOG)) {
            System.exit(log(List.of(args).subList(1, args.length)));
        } else {
            Quarkus.run(args);
        }
    }

    private static int keys(List<String> words) {
        return EncryptionKeysCommand.knows(words)
                ? EncryptionKeysCommand.run(words, System.out, System.err)
                : KeyMaking.run(words, System.out, System.err);
    }

    private static int log(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals(KEYS)
                ? KeysCommand.run(words.subList(1, words.size()), System.out, System.err)
                : RecoverCommand.run(words, System.out, System.err);
    }
}
