package org.aletheia;

import io.agroal.api.AgroalDataSource;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.CosignersConfig;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.Recovery;
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
import org.aletheia.platform.time.ServerClock;

/**
 * The command {@code log recover}: says how the journal stands to the published log, and with {@code --declare-lost} brings a
 * journal that was set back under it again. With the server's configuration and without the server, beside servers that run
 * or none.
 */
final class RecoverCommand {
    /** How it is called. */
    static final String USAGE = """
            usage: log recover [--declare-lost]
                   log recover --new-origin --old-bucket BUCKET [--abandon OLD-ORIGIN]""";

    /** The journal extends what was published. */
    static final int SOUND = 0;
    /** The journal lacks published events, and nothing was changed. */
    static final int BEHIND = 1;
    /** It cannot be recovered, or could not be examined. */
    static final int IMPOSSIBLE = 2;

    private static final String DECLARE = "--declare-lost";

    private final CommandConfig config =
            CommandConfig.read(ObjectStoreConfig.class, CosignersConfig.class, SigningKeysConfig.class);
    private final Clock clock = ServerClock.utc();
    private final PrintStream out;

    private RecoverCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. @param words after {@code log} */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.size() > 1 && words.subList(0, 2).equals(List.of("recover", NewOriginCommand.OPTION))) {
            return NewOriginCommand.run(words.subList(2, words.size()), out, err);
        }
        boolean declare = words.equals(List.of("recover", DECLARE));
        if (!declare && !words.equals(List.of("recover"))) {
            err.println(USAGE);
            return IMPOSSIBLE;
        }
        try {
            return new RecoverCommand(out).run(declare);
        } catch (DatabaseFailure e) {
            err.println("log recover: " + Failures.describe(e)); // its message may hold data
        } catch (Exception e) {
            // of the log, configuration, keys or what was opened: such messages name what is wrong and the remedy
            err.println("log recover: " + e.getMessage());
        }
        return IMPOSSIBLE;
    }

    private int run(boolean declare) throws Exception {
        String origin = config.get("aletheia.log.origin");
        Cosigners cosigners = new Cosigners(config.get(CosignersConfig.class), () -> origin, clock);
        try (AgroalDataSource follower = CommandPool.writing(config, "quarkus.datasource.follower");
                MinioObjectStores stores = MinioObjectStores.unprepared(config.get(ObjectStoreConfig.class), clock)) {
            Transactions database = new Transactions(follower);
            SigningKeys held = OwnKeys.held(config, clock);
            KeyLists lists = new KeyLists(origin, database, stores.of(Bucket.LOG), held, clock);
            lists.settled(); // a database that was set back may lack those that signed what was published
            LogKeys keys = OwnKeys.known(config, held, lists);
            Recovery recovery = new Recovery(database, new LogBucket(stores.of(Bucket.LOG)), keys, Ids.source(), clock);
            return recover(recovery, cosigners.seen(origin), declare);
        } finally {
            cosigners.close();
        }
    }

    private int recover(Recovery recovery, List<String> cosigned, boolean declare) {
        Recovery.Findings found = recovery.examine(cosigned);
        out.println("journal:    " + found.journal() + " events");
        out.println("published:  "
                + found.target()
                        .map(head ->
                                head.size() + " events, root " + head.root().base64())
                        .orElse("nothing yet"));
        out.println("quarantine: " + found.quarantined() + " events wait for their index");
        return switch (found.standing()) {
            case SOUND -> {
                out.println("The journal extends what was published: there is nothing to recover.");
                yield SOUND;
            }
            case BROKEN -> {
                out.println("Cannot be recovered under its name: " + found.detail()
                        + ". No tree may ever be signed under it again; log recover " + NewOriginCommand.OPTION
                        + " begins another one.");
                yield IMPOSSIBLE;
            }
            case REPLAYABLE -> replay(recovery, found, declare);
        };
    }

    private int replay(Recovery recovery, Recovery.Findings found, boolean declare) {
        out.println(
                "The log bucket holds the entries of all of them, and these lead from the journal to the signed tree."
                        + " Entries only commit to events: the events " + found.lostFrom() + " to "
                        + (found.lostTo() - 1)
                        + ", and the records of those days, are in no bucket. If a newer backup of the database exists,"
                        + " restore that instead.");
        if (!declare) {
            out.println(
                    "Nothing was changed. With " + DECLARE + ", the entries are put back into the journal, these events"
                            + " are declared lost for ever, and the log goes on.");
            return BEHIND;
        }
        recovery.replay(found);
        out.println("Recovered: the log goes on, and an event in it names what is lost. Servers that run sequence the"
                + " quarantine within seconds. Run fsck now.");
        return SOUND;
    }
}
