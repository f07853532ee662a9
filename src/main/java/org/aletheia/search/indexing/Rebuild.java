package org.aletheia.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.aletheia.search.elastic.BulkWriter;
import org.aletheia.search.elastic.Change;
import org.aletheia.search.elastic.Indexes;
import org.aletheia.search.elastic.Patience;
import org.aletheia.search.elastic.RollOver;
import org.aletheia.search.store.JournalPosition;

/**
 * Reads the whole record into new indexes while the old ones serve. Loses no change: what was committed before the new
 * indexes existed is read here, and what came later the indexer writes to both; whichever is newer by the journal stays.
 */
@ApplicationScoped
class Rebuild {
    /** How long Elasticsearch may have no room for one request. */
    private static final Duration BUSY = Duration.ofMinutes(10);

    private final Records records;
    private final Indexes indexes;
    private final BulkWriter writer;
    private final JournalPosition journal;

    Rebuild(Records records, Indexes indexes, BulkWriter writer, JournalPosition journal) {
        this.records = records;
        this.indexes = indexes;
        this.writer = writer;
        this.journal = journal;
    }

    /**
     * Runs to the end, or leaves the old indexes as they were.
     *
     * @param goOn is told the records read so far, after each and while Elasticsearch has no room for them, by more than
     *     one thread; false stops
     * @return the records read
     * @throws org.aletheia.search.elastic.SearchUnavailableException Elasticsearch does not answer
     */
    long run(LongPredicate goOn) {
        try (RollOver rollOver = indexes.rollOver()) {
            AtomicLong read = new AtomicLong();
            Patience patience = new Patience(BUSY, () -> goOn.test(read.get()));
            Stream<Change> all = records.kinds().stream().flatMap(this::all).peek(change -> {
                if (!goOn.test(read.incrementAndGet())) {
                    throw new IllegalStateException("the rebuild was given up");
                }
            });
            writer.load(all, indexes.state()::buildingTargets, patience);
            patience.run(rollOver::commit);
            return read.get();
        }
    }

    private Stream<Change> all(String kind) {
        return Stream.iterate(
                        records.pageAfter(kind, null),
                        ids -> !ids.isEmpty(),
                        ids -> records.pageAfter(kind, ids.getLast()))
                .flatMap(ids -> page(kind, ids));
    }

    /** The journal's size is asked before the rows are read, so that they are at least as new as their version says. */
    private Stream<Change> page(String kind, List<UUID> ids) {
        long version = journal.size();
        return records.page(kind, ids, id -> version);
    }
}
