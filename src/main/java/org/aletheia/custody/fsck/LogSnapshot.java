package org.aletheia.custody.fsck;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.LogRefusedException;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The log as it stood when the check began; what came later is of no interest. The bucket is read before the database:
 * what was published by then is in the journal by then.
 */
final class LogSnapshot {
    private static final String CHECKPOINT = "checkpoint";
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LogHead head;
    private final Optional<Checkpoint> published;

    private LogSnapshot(LogHead head, Optional<Checkpoint> published) {
        this.head = head;
        this.published = published;
    }

    /** Looks at both, and tells what contradicts in them at first sight. */
    static LogSnapshot take(DataSource follower, LogBucket bucket, LogKeys keys, Examination told) {
        Transactions database = new Transactions(follower);
        long publishedSize = head(database, told).publishedSize();
        Optional<Checkpoint> published = published(bucket, keys, publishedSize, told);
        LogHead head = head(database, told);
        checkKeys(head, keys, told);
        published
                .filter(checkpoint -> checkpoint.size() > head.size())
                .ifPresent(checkpoint -> told.found(
                        CustodyFinding.PUBLISHED_AHEAD,
                        CHECKPOINT,
                        "the bucket's has " + checkpoint.size() + " events, the journal " + head.size()));
        return new LogSnapshot(head, published.filter(checkpoint -> checkpoint.size() <= head.size()));
    }

    LogHead head() {
        return head;
    }

    /** Number of events. */
    long size() {
        return head.size();
    }

    /** The bucket's checkpoint, where it is one of this log and not larger than the journal. */
    Optional<Checkpoint> published() {
        return published;
    }

    private static LogHead head(Transactions database, Examination told) {
        try {
            return database.onConnection(HeadStore::read);
        } catch (MalformedValueException e) {
            told.found(CustodyFinding.TREE_HEAD, "log_head", "its edge cannot be read");
            throw e;
        }
    }

    /** A replica that was slow may have put an older checkpoint over a newer one; the next run puts that right. */
    private static Optional<Checkpoint> published(LogBucket bucket, LogKeys keys, long least, Examination told) {
        try {
            Optional<Checkpoint> found = bucket.checkpoint().map(keys::open);
            for (int tries = 1; tries < TRIES && size(found) < least; tries++) {
                pause();
                found = bucket.checkpoint().map(keys::open);
            }
            if (size(found) < least) {
                CustodyFinding code =
                        found.isEmpty() ? CustodyFinding.PUBLISHED_MISSING : CustodyFinding.PUBLISHED_BEHIND;
                told.found(code, CHECKPOINT, "size " + least + " was published, the bucket's is " + size(found));
            }
            return found;
        } catch (LogRefusedException | IllegalStateException e) {
            told.found(CustodyFinding.CHECKPOINT_FOREIGN, CHECKPOINT, "the bucket's is not one of this log");
            return Optional.empty();
        }
    }

    /** -1 where there is none. */
    private static long size(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::size).orElse(-1L);
    }

    private static void checkKeys(LogHead head, LogKeys keys, Examination told) {
        try {
            keys.check(head);
        } catch (LogRefusedException e) {
            told.found(
                    CustodyFinding.CHECKPOINT_KEYS,
                    "log_signed_head",
                    e.reason().remedy());
        }
    }

    /** A recorded note, where it is one of this log. */
    static Optional<Checkpoint> open(@Nullable String note, String where, LogKeys keys, Examination told) {
        try {
            return Optional.ofNullable(note).map(keys::open);
        } catch (LogRefusedException e) {
            told.found(CustodyFinding.CHECKPOINT_FOREIGN, where, "the recorded one is not one of this log");
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
