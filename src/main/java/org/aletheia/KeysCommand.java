package org.aletheia;

import io.agroal.api.AgroalDataSource;
import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aletheia.custody.keys.KeyChange;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.platform.objectstore.minio.MinioObjectStores;
import org.aletheia.platform.persistence.CommandPool;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.ServerClock;
import org.aletheia.transparency.keys.KeyHistory;

/**
 * The command {@code log keys}: shows the list of the log's keys, and changes it. With the server's configuration and keys and
 * without the server, beside servers that run: they follow within seconds.
 */
final class KeysCommand {
    /** How it is called. */
    static final String USAGE = """
            usage: log keys                              which keys sign
                   log keys rotate PURPOSE               a further key of each kind signs beside those that do;
                                                         PURPOSE: checkpoint, promise, cosigning
                   log keys retire KEY...                keys sign no longer; what they have signed stands
                   log keys revoke KEY --since TIME      others may have signed with it since TIME (2026-01-31T23:59:59Z)
            KEY is a name and key id as this prints them: example.org/log+1a2b3c4d""";

    /** Done. */
    static final int DONE = 0;
    /** Not possible as things stand; nothing was changed. */
    static final int REFUSED = 1;
    /** It was called wrongly, or something could not be asked. */
    static final int FAILED = 2;

    private final CommandConfig config = CommandConfig.read(ObjectStoreConfig.class, SigningKeysConfig.class);
    private final Clock clock = ServerClock.utc();

    /** One change. */
    @FunctionalInterface
    private interface Change {
        KeyHistory on(KeyChange keys);
    }

    /** Returns the exit code. @param words after {@code log keys} */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        Optional<Change> change = change(words);
        if (!words.isEmpty() && change.isEmpty()) {
            err.println(USAGE);
            return FAILED;
        }
        try {
            out.print(describe(new KeysCommand().run(change)));
            return DONE;
        } catch (KeyChange.RefusedException e) {
            err.println("log keys: " + e.getMessage());
            return REFUSED;
        } catch (DatabaseFailure e) {
            err.println("log keys: " + Failures.describe(e)); // its message may hold data
        } catch (Exception e) {
            // of configuration, keys or what was opened: such messages name what is wrong and the remedy
            err.println("log keys: " + e.getMessage());
        }
        return FAILED;
    }

    private static Optional<Change> change(List<String> words) {
        return switch (words.size() > 1 ? words.getFirst() : "") {
            case "rotate" ->
                words.size() == 2
                        ? purpose(words.get(1)).map(purpose -> keys -> keys.rotate(purpose))
                        : Optional.empty();
            case "retire" -> Optional.of(keys -> keys.retire(words.subList(1, words.size())));
            case "revoke" ->
                words.size() == 4 && words.get(2).equals("--since")
                        ? time(words.get(3)).map(since -> keys -> keys.revoke(words.get(1), since))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<SigningPurpose> purpose(String word) {
        try {
            return Optional.of(SigningPurpose.valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String word) {
        try {
            return Optional.of(Instant.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private KeyHistory run(Optional<Change> change) throws Exception {
        try (AgroalDataSource follower = CommandPool.writing(config, "quarkus.datasource.follower");
                MinioObjectStores stores = MinioObjectStores.unprepared(config.get(ObjectStoreConfig.class), clock)) {
            SigningKeys held = OwnKeys.held(config, clock);
            String origin = config.get("aletheia.log.origin");
            KeyLists lists = new KeyLists(origin, new Transactions(follower), stores.of(Bucket.LOG), held, clock);
            if (change.isEmpty()) {
                return lists.settled().orElseThrow(() -> new IllegalStateException("no list yet: start a server once"));
            }
            return change.get().on(new KeyChange(lists, held, origin, Ids.source(), clock));
        }
    }

    private static String describe(KeyHistory history) {
        StringBuilder text = new StringBuilder("List " + history.size() + " of "
                + history.newest().origin() + ", " + history.newest().madeAt() + "\n");
        history.newest()
                .keys()
                .forEach(key -> text.append("  %-8s since %s  %-17s %s%n"
                        .formatted(
                                key.standing().name().toLowerCase(Locale.ROOT),
                                key.since(),
                                key.key().type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                key.key().label())));
        return text.toString();
    }
}
