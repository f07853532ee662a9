package org.aletheia;

import io.agroal.api.AgroalDataSource;
import java.io.PrintStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aletheia.custody.fsck.CheckpointCheck;
import org.aletheia.custody.fsck.EstateCheck;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.custody.fsck.FsckOptions;
import org.aletheia.custody.fsck.HistoryCheck;
import org.aletheia.custody.fsck.JournalCheck;
import org.aletheia.custody.fsck.KeyListCheck;
import org.aletheia.custody.fsck.RevisionCheck;
import org.aletheia.custody.fsck.SuccessionCheck;
import org.aletheia.custody.fsck.TimestampCheck;
import org.aletheia.custody.fsck.WrappingCheck;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.custody.log.Failures;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.timestamping.Authority;
import org.aletheia.custody.timestamping.TimestampFiles;
import org.aletheia.custody.timestamping.TimestampsConfig;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.evidence.content.Throttle;
import org.aletheia.evidence.fsck.ItemCheck;
import org.aletheia.evidence.fsck.ObjectCheck;
import org.aletheia.platform.config.CommandConfig;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.KeyAudit;
import org.aletheia.platform.keys.UnsafeKeysException;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.platform.objectstore.minio.MinioObjectStores;
import org.aletheia.platform.persistence.CommandPool;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningKeysConfig;
import org.aletheia.platform.time.ServerClock;

/**
 * The command {@code fsck}: checks the whole estate with the server's configuration and without the server, beside servers
 * that run or none. Puts together what the server leaves to its container.
 */
final class FsckCommand {
    private final FsckOptions options;
    private final CommandConfig config =
            CommandConfig.read(ObjectStoreConfig.class, TimestampsConfig.class, SigningKeysConfig.class);
    private final Clock clock = ServerClock.utc();

    private FsckCommand(FsckOptions options) {
        this.options = options;
    }

    /** Returns the exit code of {@link Fsck}; also 2 where it cannot begin. */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            return new FsckCommand(FsckOptions.parse(words)).run(out, err);
        } catch (IllegalArgumentException e) {
            err.println("fsck: " + e.getMessage() + "\n" + FsckOptions.USAGE);
        } catch (DatabaseFailure e) {
            err.println("fsck: nothing could be checked: " + Failures.describe(e)); // its message may hold data
        } catch (Exception e) {
            // of configuration, keys or what was opened: such messages name the property and the remedy
            err.println("fsck: nothing could be checked: " + Failures.describe(e) + ": " + e.getMessage());
        }
        return Fsck.UNCHECKED;
    }

    private int run(PrintStream out, PrintStream err) throws Exception {
        try (AgroalDataSource follower = CommandPool.reading(config, "quarkus.datasource.follower");
                AgroalDataSource application = CommandPool.reading(config, "quarkus.datasource");
                MinioObjectStores stores = MinioObjectStores.unprepared(config.get(ObjectStoreConfig.class), clock);
                ContentAudit contents = new ContentAudit(stores.of(Bucket.EVIDENCE), options.rate())) {
            FileKeyEncryptionKeys keks = keks();
            KeyAudit keys = new KeyAudit(application, stores.of(Bucket.KEYS), keks);
            ObjectStore evidence = stores.of(Bucket.EVIDENCE);
            SigningKeys held = OwnKeys.held(config, clock);
            KeyLists lists = new KeyLists(
                    config.get("aletheia.log.origin"), new Transactions(follower), stores.of(Bucket.LOG), held, clock);
            LogKeys logKeys = OwnKeys.known(config, held, lists);
            Throttle throttle = new Throttle(options.rate());
            LogBucket log = new LogBucket(stores.of(Bucket.LOG), throttle::took);
            TimestampFiles timestamps = new TimestampFiles(stores.of(Bucket.LOG), throttle::took);
            List<EstateCheck> checks = List.of(
                    new JournalCheck(follower, log, logKeys),
                    new SuccessionCheck(follower),
                    new KeyListCheck(lists, held),
                    new WrappingCheck(application, follower, keks.held()),
                    new CheckpointCheck(follower, log, logKeys),
                    new TimestampCheck(follower, timestamps, logKeys, roots()),
                    new HistoryCheck(follower),
                    new RevisionCheck(follower),
                    new ObjectCheck(follower, evidence),
                    new ItemCheck(follower, keys, contents, options.content()));
            return new Fsck(options, out, err).run(checks);
        }
    }

    private Map<String, List<X509Certificate>> roots() {
        return Authority.all(config.get(TimestampsConfig.class)).stream()
                .collect(Collectors.toMap(Authority::name, Authority::roots));
    }

    private FileKeyEncryptionKeys keks() {
        FileKeyEncryptionKeys keks = OwnKeys.encrypting(config);
        if (keks.held().isEmpty()) {
            throw new UnsafeKeysException(
                    "aletheia.keys.directory holds no key-encryption key: name the directory of this deployment", null);
        }
        return keks;
    }
}
