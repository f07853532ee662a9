package org.aletheia.custody.fsck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;
import org.jspecify.annotations.Nullable;

/**
 * The journal from its first event to the last one that it had at the start: every event, the tree over them, and what was
 * signed and published of that tree. One pass, which keeps the edge of the tree, so that a run that was interrupted goes on.
 */
public final class JournalCheck implements EstateCheck {
    private static final int PAGE = TileId.FULL_WIDTH;

    private final DataSource follower;
    private final LogBucket bucket;
    private final LogKeys keys;

    /**
     * @param follower with the rights of role aletheia_follower
     * @param keys of the log; nothing is signed
     */
    public JournalCheck(DataSource follower, LogBucket bucket, LogKeys keys) {
        this.follower = follower;
        this.bucket = bucket;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void run(Examination examination) {
        new Run(LogSnapshot.take(follower, bucket, keys, examination), examination).run();
    }

    private final class Run {
        private final LogSnapshot log;
        private final Examination told;
        private final ChainStore journal;
        private final EstateStore estate;
        private final EventCheck events;
        private final LostEvents lost;
        private final RecordedCheck recorded;
        private final ExpectedRoots roots;
        private final JournalPosition start;
        private final Map<Integer, Tile> edge;
        private @Nullable TreeCheck tree;

        private Run(LogSnapshot log, Examination told) {
            Transactions database = new Transactions(follower);
            this.log = log;
            this.told = told;
            this.journal = new ChainStore(database);
            this.estate = new EstateStore(database);
            this.events = new EventCheck(told);
            JournalPosition reached = JournalPosition.parse(told.from())
                    .filter(this::isBelowAllThatIsExpected)
                    .orElseGet(JournalPosition::start);
            Optional<Map<Integer, Tile>> stored = TreeEdge.of(reached.frontier(), new TreeStore(database));
            this.start = stored.isPresent() ? reached : JournalPosition.start();
            this.edge = stored.orElse(Map.of());
            this.lost = new LostEvents(told, start.undeclared());
            this.recorded = new RecordedCheck(estate, told);
            this.roots = new ExpectedRoots(estate, log.size(), start, told);
        }

        /** What is expected of smaller trees was compared with what stood there then. */
        private boolean isBelowAllThatIsExpected(JournalPosition position) {
            long size = position.frontier().size();
            return size % PAGE == 0
                    && size <= log.head().publishedSize()
                    && size <= log.published().map(Checkpoint::size).orElse(-1L);
        }

        private void run() {
            expect();
            long published = log.published().map(Checkpoint::size).orElse(0L);
            tree = new TreeCheck(
                    estate, new PublishedFiles(bucket, told), roots, start.frontier(), edge, published, told);
            for (long from = start.frontier().size(); from < log.size(); from += PAGE) {
                page(from, Math.min(from + PAGE, log.size()));
            }
            if (tree != null && !tree.frontier().equals(log.head().frontier())) {
                told.found(CustodyFinding.TREE_HEAD, "log_head", "its edge is not that of the entries");
            }
            lost.end();
            roots.end(tree != null);
        }

        /** What was recorded of the tree, besides every size that was signed. */
        private void expect() {
            LogHead head = log.head();
            if (!estate.headAgrees()) {
                told.found(CustodyFinding.TREE_HEAD, "log_head", "its size and root are not those of its edge");
            }
            log.published()
                    .ifPresent(checkpoint ->
                            roots.expect(checkpoint.head(), CustodyFinding.PUBLISHED_FORK, "checkpoint in the bucket"));
            expect(head.signedCheckpoint(), "log_signed_head.signed_checkpoint");
            expect(head.publishedCheckpoint(), "log_signed_head.published_checkpoint");
        }

        private void expect(@Nullable String note, String where) {
            Optional<Checkpoint> checkpoint = LogSnapshot.open(note, where, keys, told);
            checkpoint.ifPresent(signed -> roots.expect(signed.head(), CustodyFinding.TREE_CHECKPOINT, where));
        }

        private void page(long from, long to) {
            List<ChainStore.Placed> rows = journal.all(from, to);
            whole(rows, from, to);
            rows.forEach(this::event);
            recorded.ask();
            if (tree != null) {
                tree.take(rows.stream()
                        .map(ChainStore.Placed::row)
                        .map(SealedRow::entry)
                        .toList());
            }
            told.examined(rows.size());
            reached(to);
        }

        private void reached(long to) {
            if (tree != null && to % PAGE == 0) {
                JournalPosition position =
                        new JournalPosition(tree.frontier(), lost.undeclared(), roots.firstWrong(), roots.wrong());
                told.reached(position.toString(), Long.toString(to));
            }
        }

        private void event(ChainStore.Placed row) {
            if (row.row().isLost()) {
                lost.found(row.index());
                return;
            }
            events.check(row).ifPresent(event -> {
                lost.take(event);
                recorded.take(event);
            });
        }

        private void whole(List<ChainStore.Placed> rows, long from, long to) {
            long expected = from;
            for (ChainStore.Placed row : rows) {
                missing(expected, row.index());
                expected = row.index() + 1;
            }
            missing(expected, to);
        }

        private void missing(long from, long to) {
            if (from == to) {
                return;
            }
            told.found(
                    CustodyFinding.EVENT_MISSING,
                    "event " + from,
                    "the journal goes on at " + to + ", " + (to - from) + " events further");
            if (tree != null) {
                tree = null;
                told.found(CustodyFinding.TREE_UNCHECKED, "event " + from, "the tree cannot be computed from here");
            }
        }
    }
}
