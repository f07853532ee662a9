package org.aletheia;

import io.agroal.api.AgroalDataSource;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.rotation.Rotations;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.UnsafeKeysException;
import org.aletheia.platform.keys.WrappingKey;
import org.aletheia.platform.persistence.CommandPool;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.time.ServerClock;

/**
 * The commands {@code keys list}, {@code keys rotate} and {@code keys retire}: show the key-encryption keys and exchange them.
 * With the server's configuration and without the server, beside servers that run: they follow within seconds and do the work.
 */
final class EncryptionKeysCommand {
    /** How it is called. */
    static final String USAGE = """
            usage: keys list                 which key-encryption keys wrap what
                   keys rotate               another one wraps from now on; servers wrap the register anew under it
                   keys retire NAME          nothing may be wrapped under it any more; refused while something is""";

    /** Done. */
    static final int DONE = 0;
    /** Not possible as things stand; nothing was changed. */
    static final int REFUSED = 1;
    /** It was called wrongly, or something could not be asked. */
    static final int FAILED = 2;

    private static final Set<String> WORDS = Set.of("list", "rotate", "retire");

    private final CommandConfig config = CommandConfig.read();
    private final Clock clock = ServerClock.utc();
    private final PrintStream out;

    private EncryptionKeysCommand(PrintStream out) {
        this.out = out;
    }

    /** Whether these words, after {@code keys}, are for this command. */
    static boolean knows(List<String> words) {
        return !words.isEmpty() && WORDS.contains(words.getFirst());
    }

    /** Returns the exit code. @param words after {@code keys} */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        if (!knows(words) || words.size() != (words.getFirst().equals("retire") ? 2 : 1)) {
            err.println(USAGE);
            return FAILED;
        }
        try {
            new EncryptionKeysCommand(out).run(words);
            return DONE;
        } catch (Rotations.RefusedException e) {
            err.println("keys: " + e.getMessage());
            return REFUSED;
        } catch (DatabaseFailure e) {
            err.println("keys: " + Failures.describe(e)); // its message may hold data
        } catch (Exception e) {
            // of configuration or keys: such messages name what is wrong and the remedy
            err.println("keys: " + e.getMessage());
        }
        return FAILED;
    }

    private void run(List<String> words) {
        try (AgroalDataSource application = CommandPool.writing(config, "quarkus.datasource")) {
            FileKeyEncryptionKeys held = OwnKeys.encrypting(config);
            Rotations rotations = new Rotations(application, held, Ids.source(), clock);
            switch (words.getFirst()) {
                case "rotate" -> rotate(rotations, held);
                case "retire" -> rotations.retire(words.getLast());
                default -> {}
            }
            out.print(describe(rotations.standing(), held.held()));
        }
    }

    private void rotate(Rotations rotations, FileKeyEncryptionKeys held) {
        WrappingKey next = rotations.rotate();
        try {
            held.pointTo(next.name());
        } catch (UnsafeKeysException e) {
            out.println("aletheia.keys.directory is not to be written here: write " + next.name()
                    + " into its file `current` where you keep it");
        }
        out.println("Copy the key away now, as you keep the others. Servers that run wrap the register anew under it.");
    }

    private static String describe(Rotations.Standing standing, Set<String> held) {
        StringBuilder text = new StringBuilder();
        List<WrappingKey> keys = standing.keys();
        for (WrappingKey key : keys) {
            text.append("%3d  %s  since %s  %s, wraps %d unit keys%s%n"
                    .formatted(
                            key.number(),
                            key.name(),
                            key.since(),
                            state(key, keys.getLast()),
                            standing.wrapped().getOrDefault(key.name(), 0L),
                            held.contains(key.name()) ? "" : ", no file here"));
        }
        return text.toString();
    }

    private static String state(WrappingKey key, WrappingKey newest) {
        if (key.retiredAt() != null) {
            return "retired since " + key.retiredAt();
        }
        if (key.number() < newest.number()) {
            return "opens";
        }
        return key.completeAt() == null ? "re-wrapping" : "in use";
    }
}
