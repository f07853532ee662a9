package org.aletheia.custody.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.CursorStore;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PendingStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.SuccessionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.IdSource;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;

/**
 * Lets the journal go on under another name where no tree may be signed under the present one any more (decision 35): its
 * entries are the first of the new log, and the event behind them names the earlier log and its last tree. What the earlier
 * log has published is not touched.
 */
public final class Succession {
    private static final int MOST_COUNTED = 1_000_000;
    private static final long PARTITION_MARGIN = 100_000;

    private final Transactions database;
    private final LogBucket earlier;
    private final LogKeys keys;
    private final Collection<NoteVerifierKey> listed;
    private final ExtensionCheck extension;
    private final IdSource ids;
    private final InstantSource clock;

    /**
     * @param database with the rights of role aletheia_follower
     * @param earlier the bucket of the log that cannot go on; only read
     * @param keys of that log; nothing is signed
     * @param listed all keys, of whatever purpose, that signed under its name
     */
    public Succession(
            Transactions database,
            LogBucket earlier,
            LogKeys keys,
            Collection<NoteVerifierKey> listed,
            IdSource ids,
            InstantSource clock) {
        this.database = database;
        this.earlier = earlier;
        this.keys = keys;
        this.listed = List.copyOf(listed);
        this.extension = new ExtensionCheck(new TreeStore(database), keys);
        this.ids = ids;
        this.clock = clock;
    }

    /** Not possible as things stand; nothing was changed. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Why the earlier log cannot go on: code in the field {@code reason} of the event. */
    public enum Cause {
        /** The bucket's entries do not lead from the journal to the signed tree: some are missing or altered. */
        ENTRIES_MISSING("entries-missing"),
        /** A tree that the log has signed is proven to be another history than the journal. */
        TWO_HISTORIES("two-histories");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /**
     * What was found of a log that cannot go on.
     *
     * @param head the journal, and what was signed of it
     * @param known index behind the last event that is there; below the journal's size where a recovery was interrupted
     * @param note the last checkpoint of the log that was seen, with its signatures
     * @param last its tree
     * @param common up to which size journal and that tree are known to be one history
     * @param detail what is broken
     * @param quarantined events that wait, counted to a million
     */
    public record Findings(
            LogHead head,
            long known,
            String note,
            TreeHead last,
            long common,
            Cause cause,
            String detail,
            long quarantined) {}

    /**
     * Compares, and changes nothing.
     *
     * @param cosigned checkpoints of the earlier log that others keep; those that its keys have not signed are ignored
     * @throws RefusedException where the log can go on under its name: it is sound, or can be recovered
     * @throws LogRefusedException where the journal's rows are altered, or the checkpoint in the bucket is of another log
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be asked
     */
    public Findings examine(Collection<String> cosigned) {
        Optional<String> seen = lastSeen(cosigned);
        LogHead head = database.onConnection(HeadStore::read);
        extension.check(head, Optional.empty());
        TreeProofs journal = extension.rows(head);
        String note = seen.orElseThrow(() -> new RefusedException("no checkpoint of " + keys.origin()
                + " is known: nothing contradicts the journal, and the log goes on under its own name"));
        TreeHead last = keys.open(note).head();
        CommonHistory common = new CommonHistory(earlier, journal, head.size(), last);
        boolean forked = common.forked();
        String broken = forked ? "the signed tree of size " + last.size() + " is another history" : broken(head, last);
        long size = Math.max(common.size(), forked ? 0 : Math.min(Math.max(head.publishedSize(), 0), last.size()));
        return new Findings(
                head,
                Math.min(head.size(), database.onConnection(JournalStore::knownEnd)),
                note,
                last,
                size,
                forked ? Cause.TWO_HISTORIES : Cause.ENTRIES_MISSING,
                broken,
                database.onConnection(connection -> PendingStore.count(connection, MOST_COUNTED)));
    }

    private String broken(LogHead head, TreeHead last) {
        if (last.size() <= head.size()) {
            throw new RefusedException("the journal extends what was published: the log goes on under its own name");
        }
        String broken = new PublishedEntries(earlier)
                .read(
                        head.frontier(),
                        last,
                        (tree, entries) -> entries.forEach(entry -> tree.append(TreeHash.leaf(entry))));
        if (broken.isEmpty()) {
            throw new RefusedException(
                    "the log bucket holds all entries that the journal lacks: recover the log under its"
                            + " own name (log recover --declare-lost)");
        }
        return broken;
    }

    /** The largest genuine checkpoint: the latest in the bucket, one under its size there, or one that a cosigner shows. */
    private Optional<String> lastSeen(Collection<String> cosigned) {
        Optional<String> latest = earlier.checkpoint();
        Optional<String> found = Stream.of(latest.stream(), largest().stream(), cosigned.stream())
                .flatMap(notes -> notes)
                .filter(note -> keys.genuine(note).isPresent())
                .max(Comparator.comparingLong(this::size));
        if (found.isEmpty()) {
            latest.ifPresent(keys::open); // tells why it is not genuine
        }
        return found;
    }

    private Optional<String> largest() {
        TreeSet<Long> sizes = new TreeSet<>(Comparator.reverseOrder());
        earlier.checkpointSizes(sizes::add);
        return sizes.stream()
                .flatMap(size -> earlier.checkpoint(size).stream())
                .filter(note -> keys.genuine(note).isPresent())
                .findFirst();
    }

    private long size(String note) {
        return keys.genuine(note).map(Checkpoint::size).orElse(-1L);
    }

    /**
     * Goes on under the successor's name.
     *
     * <p>Durable effects, in this order: partitions; then one transaction, by compare-and-swap on the journal's size and on what
     * was signed last, with the event that names the earlier log, the row that keeps what the database knew of it, and a head of
     * which nothing is signed. Before it everything is as it was and this may be repeated; after it the database belongs to the
     * successor, whose servers make the first list of its keys, sequence what waits, and publish all of the journal.
     *
     * @throws RefusedException where something of the successor is not new
     * @throws LostRaceException where something else moved the journal or signed meanwhile: examine again
     * @throws org.aletheia.platform.persistence.DatabaseFailure either outcome is possible: repeat
     */
    public void succeed(Findings found, Successor successor) {
        requireNew(successor);
        LogHead head = found.head();
        Instant now = clock.instant();
        SealedRow told = SealedRow.of(event(found, now), EventTypes.LOG_SUCCEEDED);
        GrowingTree tree = new GrowingTree(head.frontier());
        tree.append(TreeHash.leaf(told.entry()));
        SuccessionStore.Row row = new SuccessionStore.Row(head.size(), keys.origin(), successor.origin(), found.note());
        database.onConnection(connection -> JournalStore.extend(connection, head.size() + PARTITION_MARGIN));
        database.commit(connection -> commit(connection, head, told, tree, row, now));
    }

    /** As {@link Successor#requireNew}, of what this database knows. */
    public void requireNew(Successor successor) {
        successor.requireNew(database.onConnection(SuccessionStore::names), listed);
    }

    private static long commit(
            Connection connection, LogHead head, SealedRow told, GrowingTree tree, SuccessionStore.Row row, Instant now)
            throws SQLException {
        if (!HeadStore.advance(connection, head.size(), tree.frontier())) {
            throw new LostRaceException(head.size());
        }
        SuccessionStore.add(connection, row, now);
        if (!HeadStore.succeeded(connection, head, row.origin())) {
            throw new LostRaceException(head.size());
        }
        JournalStore.append(connection, head.size(), List.of(told));
        JournalStore.addNodes(connection, tree.completed());
        CursorStore.restart(connection, TileLocks.CURSOR);
        return head.size();
    }

    private Event event(Findings found, Instant now) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("predecessor", keys.origin());
        detail.put("size", found.last().size());
        detail.put("root", found.last().root().base64());
        detail.put(
                "checkpoint",
                Digest.sha256(found.note().getBytes(StandardCharsets.UTF_8)).toString());
        detail.put("common", found.common());
        if (found.known() < found.head().size()) {
            detail.put("from", found.known());
            detail.put("to", found.head().size());
        }
        return Event.of(EventTypes.LOG_SUCCEEDED, ids.timeOrdered(), now)
                .reason(found.cause().code())
                .detail(detail)
                .build();
    }
}
