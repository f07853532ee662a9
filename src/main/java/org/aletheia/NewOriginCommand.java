package org.aletheia;

import io.agroal.api.AgroalDataSource;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.cosigning.CosignersConfig;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.Succession;
import org.aletheia.custody.log.Successor;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.SuccessionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.platform.objectstore.minio.MinioObjectStores;
import org.aletheia.platform.persistence.CommandPool;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.signing.KnownKeys;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.platform.time.ServerClock;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.ListedKey;

/**
 * The command {@code log recover --new-origin}: lets the journal go on under the configured name where no tree may be signed
 * under the one that the database knows. With the configuration of the new log, beside servers that run or none.
 */
final class NewOriginCommand {
    static final String OPTION = "--new-origin";

    private static final String OLD_BUCKET = "--old-bucket";
    private static final String ABANDON = "--abandon";

    private final CommandConfig config =
            CommandConfig.read(ObjectStoreConfig.class, CosignersConfig.class, SigningKeysConfig.class);
    private final Clock clock = ServerClock.utc();
    private final String oldBucket;
    private final Optional<String> abandoned;
    private final PrintStream out;

    private NewOriginCommand(String oldBucket, Optional<String> abandoned, PrintStream out) {
        this.oldBucket = oldBucket;
        this.abandoned = abandoned;
        this.out = out;
    }

    /** Returns the exit code, one of {@link RecoverCommand}. @param words after the option */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        boolean confirmed = words.size() == 4 && words.get(2).equals(ABANDON);
        if (!(confirmed || words.size() == 2) || !words.getFirst().equals(OLD_BUCKET)) {
            err.println(RecoverCommand.USAGE);
            return RecoverCommand.IMPOSSIBLE;
        }
        Optional<String> abandoned = confirmed ? Optional.of(words.get(3)) : Optional.empty();
        try {
            return new NewOriginCommand(words.get(1), abandoned, out).run();
        } catch (DatabaseFailure e) {
            err.println("log recover: " + Failures.describe(e)); // its message may hold data
        } catch (Exception e) {
            // of the log, configuration, keys or what was opened: such messages name what is wrong and the remedy
            err.println("log recover: " + e.getMessage());
        }
        return RecoverCommand.IMPOSSIBLE;
    }

    private int run() throws Exception {
        String origin = config.get("aletheia.log.origin");
        Cosigners cosigners = new Cosigners(config.get(CosignersConfig.class), () -> origin, clock);
        ObjectStoreConfig where = config.get(ObjectStoreConfig.class);
        try (AgroalDataSource follower = CommandPool.writing(config, "quarkus.datasource.follower");
                MinioObjectStores stores = MinioObjectStores.unprepared(where, clock)) {
            Transactions database = new Transactions(follower);
            LogHead head = database.onConnection(HeadStore::read);
            if (isDone(database, origin)) {
                return RecoverCommand.SOUND;
            }
            if (head.origin() == null) {
                throw new IllegalStateException("nothing was signed under any name yet: start a server");
            }
            ObjectStore earlier = stores.earlierLog(oldBucket);
            Succession succession = succession(database, head.origin(), keys(head), earlier);
            Successor successor = new Successor(origin, stores.of(Bucket.LOG), OwnKeys.held(config, clock));
            succession.requireNew(successor);
            return succeed(succession, cosigners.seen(head.origin()), head.origin(), successor);
        } finally {
            cosigners.close();
        }
    }

    /** Also where the last run ended before it could say so. */
    private boolean isDone(Transactions database, String origin) {
        List<SuccessionStore.Row> rows = database.onConnection(SuccessionStore::all);
        if (rows.isEmpty() || !rows.getLast().origin().equals(origin)) {
            return false;
        }
        out.println("The log " + rows.getLast().predecessor() + " is succeeded by " + origin + ", as event "
                + rows.getLast().firstIndex() + " tells: there is nothing to do.");
        return true;
    }

    private static List<NoteVerifierKey> keys(LogHead head) {
        return head.vkeys().stream().map(NoteVerifierKey::parse).toList();
    }

    private Succession succession(
            Transactions database, String name, List<NoteVerifierKey> signedLast, ObjectStore bucket) {
        Optional<KeyHistory> history =
                KeyLists.earlier(name, database, bucket, signedLast, clock).all();
        LogKeys keys = new LogKeys(name, KnownKeys.earlier(name, history, signedLast));
        Collection<NoteVerifierKey> listed = history.map(lists ->
                        lists.newest().keys().stream().map(ListedKey::key).toList())
                .orElse(signedLast);
        return new Succession(database, new LogBucket(bucket), keys, listed, Ids.source(), clock);
    }

    private int succeed(Succession succession, List<String> cosigned, String name, Successor successor) {
        Succession.Findings found = succession.examine(cosigned);
        out.println("log:        " + name + ", to be succeeded by " + successor.origin());
        out.println("journal:    " + found.head().size() + " events");
        out.println("last seen:  " + found.last().size() + " events, root "
                + found.last().root().base64());
        out.println("common:     the first " + found.common() + " events are known to be the same");
        out.println("quarantine: " + found.quarantined() + " events wait for their index");
        out.println("cause:      " + found.cause().code() + ": " + found.detail());
        if (abandoned.isEmpty()) {
            out.println("Nothing was changed. With " + ABANDON + " " + name + ", nothing is ever signed under that name"
                    + " again, and the journal goes on as it is under the new one. What " + name
                    + " has published stays,"
                    + " and what it handed out verifies with its keys. If a newer backup of the database exists, or a"
                    + " better copy of the log bucket, restore that instead.");
            return RecoverCommand.BEHIND;
        }
        if (!abandoned.get().equals(name)) {
            throw new IllegalArgumentException(ABANDON + " does not name the log of this database, which is " + name);
        }
        succession.succeed(found, successor);
        out.println("Done: the log goes on as " + successor.origin() + ", and an event in it names the earlier one."
                + " Start the servers with this configuration, back up the database, and run fsck.");
        return RecoverCommand.SOUND;
    }
}
