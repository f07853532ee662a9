package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.LogRefusedException;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TreeProofs;

/**
 * The checkpoints that stay under their sizes: each that was published is there, of this log and with the root that was
 * signed for its size; and each that is there and of which the database knows nothing is one of the journal's tree.
 */
public final class CheckpointCheck implements EstateCheck {
    private static final int PAGE = 1000;

    private final Transactions database;
    private final LogBucket bucket;
    private final LogKeys keys;

    /**
     * @param follower with the rights of role aletheia_follower
     * @param keys of the log; nothing is signed
     */
    public CheckpointCheck(DataSource follower, LogBucket bucket, LogKeys keys) {
        this.database = new Transactions(follower);
        this.bucket = bucket;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public void run(Examination examination) {
        recorded(examination);
        unrecorded(examination);
    }

    private void recorded(Examination told) {
        long below = head().publishedSize() + 1;
        long from = told.from() == null ? 0 : Long.parseLong(told.from()) + 1;
        List<PublishedStore.Row> page;
        do {
            long start = from;
            page = database.onConnection(connection -> PublishedStore.from(connection, start, below, PAGE));
            for (PublishedStore.Row row : page) {
                check(row, told);
                told.examined(1);
                told.reached(Long.toString(row.size()));
                from = row.size() + 1;
            }
        } while (page.size() == PAGE);
    }

    private void check(PublishedStore.Row row, Examination told) {
        Optional<Optional<Checkpoint>> found = read(row.size(), told);
        if (found.isEmpty()) {
            if (row.certain()) {
                told.found(CustodyFinding.PUBLISHED_MISSING, path(row.size()), "not in the bucket");
            }
            return;
        }
        found.get().ifPresent(checkpoint -> compare(row.size(), checkpoint, row.root(), told));
    }

    /** What the listing has beyond: a checkpoint of a moment ago is recorded by the time that it is asked about. */
    private void unrecorded(Examination told) {
        List<Long> sizes = new ArrayList<>();
        bucket.checkpointSizes(size -> {
            sizes.add(size);
            if (sizes.size() == PAGE) {
                unrecorded(sizes, told);
                sizes.clear();
            }
        });
        unrecorded(sizes, told);
    }

    private void unrecorded(List<Long> sizes, Examination told) {
        List<Long> unknown = database.onConnection(connection -> PublishedStore.unknown(connection, sizes));
        for (long size : unknown) {
            read(size, told).flatMap(found -> found).ifPresent(checkpoint -> {
                if (size > head().size()) {
                    told.found(CustodyFinding.PUBLISHED_AHEAD, path(size), "the journal has fewer events");
                } else {
                    compare(size, checkpoint, Optional.empty(), told);
                }
            });
        }
    }

    private void compare(long size, Checkpoint found, Optional<Hash> signed, Examination told) {
        if (found.size() != size) {
            told.found(CustodyFinding.PUBLISHED_ALTERED, path(size), "is the checkpoint of size " + found.size());
            return;
        }
        Hash expected = signed.orElseGet(() -> root(size));
        if (!found.root().equals(expected)) {
            told.found(
                    CustodyFinding.PUBLISHED_FORK,
                    path(size),
                    "expected root " + expected.base64() + ", found "
                            + found.root().base64());
        }
    }

    /** Empty where there is none; empty inside where it is not one of this log, which is told. */
    private Optional<Optional<Checkpoint>> read(long size, Examination told) {
        try {
            return bucket.checkpoint(size).map(note -> Optional.of(keys.open(note)));
        } catch (LogRefusedException | IllegalStateException e) {
            told.found(CustodyFinding.CHECKPOINT_FOREIGN, path(size), "is not one of this log");
            return Optional.of(Optional.empty());
        }
    }

    private Hash root(long size) {
        return new TreeProofs(new TileHashReader(new TreeStore(database), size)).root(size);
    }

    private LogHead head() {
        return database.onConnection(HeadStore::read);
    }

    private static String path(long size) {
        return "checkpoints/" + size;
    }
}
