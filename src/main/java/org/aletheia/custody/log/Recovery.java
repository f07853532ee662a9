package org.aletheia.custody.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.kernel.IdSource;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;

/**
 * Brings a journal that was set back to an earlier day under the published log again (decision 16). The bucket holds the
 * entries, which commit to the events and are not the events: they are put back into the journal, so that the log goes on as
 * one history and every proof and receipt that was handed out holds; the events themselves are lost, and an event says so.
 * What waits in quarantine is not touched: the server sequences it afterwards.
 */
public final class Recovery {
    private static final int MOST_COUNTED = 1_000_000;
    private static final long PARTITION_MARGIN = 100_000;

    private final Transactions database;
    private final PublishedEntries bucket;
    private final LogBucket checkpoints;
    private final LogKeys keys;
    private final ExtensionCheck extension;
    private final IdSource ids;
    private final InstantSource clock;

    /**
     * @param database with the rights of role aletheia_follower
     * @param keys of the log; nothing is signed
     */
    public Recovery(Transactions database, LogBucket bucket, LogKeys keys, IdSource ids, InstantSource clock) {
        this.database = database;
        this.bucket = new PublishedEntries(bucket);
        this.checkpoints = bucket;
        this.keys = keys;
        this.extension = new ExtensionCheck(new TreeStore(database), keys);
        this.ids = ids;
        this.clock = clock;
    }

    /** How journal and published log stand to each other. */
    public enum Standing {
        /** The journal extends all that was published: nothing is to be recovered. */
        SOUND,
        /** The journal lacks published events, and the bucket has all entries from its end on. */
        REPLAYABLE,
        /** The journal lacks published events, and the bucket's entries do not lead from it to the signed tree. */
        BROKEN
    }

    /**
     * What was found.
     *
     * @param journal number of events in the journal
     * @param known index behind the last event that is not lost; below {@code journal} where an earlier run was interrupted
     * @param target the largest genuine checkpoint of this log; empty where nothing was published
     * @param quarantined events that wait, counted to a million
     * @param detail what is broken; empty where nothing is
     */
    public record Findings(
            Standing standing,
            long journal,
            long known,
            Optional<TreeHead> target,
            long quarantined,
            String detail,
            List<Frontier> steps) {
        public Findings {
            steps = List.copyOf(steps);
        }

        /** First index of the events that are lost. */
        public long lostFrom() {
            return known;
        }

        /** Index behind the last event that is lost. */
        public long lostTo() {
            return target.map(TreeHead::size).orElse(known);
        }
    }

    /**
     * Compares, reads every entry that the journal lacks, and changes nothing.
     *
     * @param cosigned checkpoints of this log that others keep; those that its keys have not signed are ignored
     * @throws LogRefusedException where name, keys or rows of the journal are not those of the log, or the bucket's checkpoint
     *     is not of it, or the journal and what was published are two histories: nothing can be recovered then
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be asked
     */
    public Findings examine(Collection<String> cosigned) {
        Optional<TreeHead> target = target(cosigned);
        LogHead head = database.onConnection(HeadStore::read);
        TreeProofs rows = extension.rows(head);
        long waiting = database.onConnection(connection -> PendingStore.count(connection, MOST_COUNTED));
        long known = Math.min(head.size(), database.onConnection(JournalStore::knownEnd));
        if (target.isEmpty() || target.get().size() <= head.size()) {
            target.ifPresent(published -> ExtensionCheck.extend(head, published, rows));
            return new Findings(Standing.SOUND, head.size(), known, target, waiting, "", List.of());
        }
        List<Frontier> steps = new ArrayList<>();
        String broken = bucket.read(head.frontier(), target.get(), (tree, entries) -> {
            entries.forEach(entry -> tree.append(TreeHash.leaf(entry)));
            steps.add(tree.frontier());
        });
        Standing standing = broken.isEmpty() ? Standing.REPLAYABLE : Standing.BROKEN;
        return new Findings(standing, head.size(), known, target, waiting, broken, steps);
    }

    private Optional<TreeHead> target(Collection<String> cosigned) {
        return Stream.concat(
                        checkpoints.checkpoint().map(keys::open).stream(),
                        cosigned.stream().flatMap(note -> keys.genuine(note).stream()))
                .map(Checkpoint::head)
                .max(Comparator.comparingLong(TreeHead::size));
    }

    /**
     * Puts the missing entries into the journal.
     *
     * <p>Durable effects, in this order: partitions; then some thousand entries a transaction, each with the edge of the tree
     * after them, by compare-and-swap on the size, and with the sizes of the checkpoints that the bucket holds of these trees,
     * which the database has forgotten; with the last of them, in the same transaction, the event that names what
     * is lost. A crash between leaves a journal that is nearer to the published tree and still behind it: nothing is signed,
     * and the next run finds less to do and declares all of it. Each step is compared with the edge that was computed before
     * anything was written, so that a bucket that changes meanwhile adds nothing.
     *
     * @throws LostRaceException where something else moved the tree meanwhile: examine again
     * @throws IllegalStateException where the bucket no longer gives what it gave
     */
    public void replay(Findings found) {
        if (found.standing() != Standing.REPLAYABLE) {
            throw new IllegalArgumentException("nothing to replay: " + found.standing());
        }
        TreeHead target = found.target().orElseThrow();
        database.onConnection(connection -> JournalStore.extend(connection, target.size() + PARTITION_MARGIN));
        LogHead head = database.onConnection(HeadStore::read);
        if (head.size() != found.journal()) {
            throw new LostRaceException(found.journal());
        }
        Replay replay = new Replay(found, target);
        String broken = bucket.read(head.frontier(), target, replay::step);
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken);
        }
    }

    /** Sizes of the checkpoints that lie in the bucket, the smallest first. */
    private NavigableSet<Long> published(long from, long to) {
        NavigableSet<Long> sizes = new TreeSet<>();
        checkpoints.checkpointSizes(size -> {
            if (size > from && size <= to) {
                sizes.add(size);
            }
        });
        return sizes;
    }

    private boolean isGenuine(long size) {
        return checkpoints
                .checkpoint(size)
                .flatMap(keys::genuine)
                .filter(checkpoint -> checkpoint.size() == size)
                .isPresent();
    }

    /** One pass over the entries, whose order of steps is that of the examination. */
    private final class Replay {
        private final Findings found;
        private final TreeHead target;
        private final NavigableSet<Long> published;
        private int step;

        private Replay(Findings found, TreeHead target) {
            this.found = found;
            this.target = target;
            this.published = published(found.journal(), target.size());
        }

        private void step(GrowingTree tree, List<byte[]> entries) {
            long from = tree.frontier().size();
            List<SealedRow> rows =
                    new ArrayList<>(entries.stream().map(SealedRow::lost).toList());
            rows.forEach(row -> tree.append(TreeHash.leaf(row.entry())));
            if (!tree.frontier().equals(found.steps().get(step++))) {
                throw new IllegalStateException("the log bucket was changed meanwhile");
            }
            GrowingTree committed = tree;
            if (from + rows.size() == target.size()) {
                SealedRow declaration = declaration();
                rows.add(declaration);
                committed = tree.copy();
                committed.append(TreeHash.leaf(declaration.entry()));
            }
            commit(from, rows, committed);
            tree.forget();
        }

        /** What was published stays to be had, also by a database that has forgotten it. */
        private void commit(long from, List<SealedRow> rows, GrowingTree tree) {
            List<Long> sizes = published.subSet(from, false, from + rows.size(), true).stream()
                    .filter(Recovery.this::isGenuine)
                    .toList();
            database.commit(connection -> append(connection, from, rows, tree, sizes));
        }

        private int append(Connection connection, long from, List<SealedRow> rows, GrowingTree tree, List<Long> sizes)
                throws SQLException {
            if (!HeadStore.advance(connection, from, tree.frontier())) {
                throw new LostRaceException(from);
            }
            JournalStore.append(connection, from, rows);
            JournalStore.addNodes(connection, tree.completed());
            PublishedStore.add(connection, sizes, clock.instant());
            return rows.size();
        }

        private SealedRow declaration() {
            Event event = Event.of(EventTypes.LOG_RECOVERED, ids.timeOrdered(), clock.instant())
                    .detail(Map.of(
                            "from", found.lostFrom(),
                            "to", found.lostTo(),
                            "root", target.root().base64()))
                    .build();
            return SealedRow.of(event, EventTypes.LOG_RECOVERED);
        }
    }
}
