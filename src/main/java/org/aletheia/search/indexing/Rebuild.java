package org.aletheia.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.aletheia.custody.Subject;
import org.aletheia.search.elastic.BulkWriter;
import org.aletheia.search.elastic.IndexState;
import org.aletheia.search.elastic.Indexes;
import org.aletheia.search.elastic.RollOver;
import org.aletheia.search.store.JournalPosition;

/**
 * Reads the whole record into new indexes while the old ones serve. Loses no change: what was committed before the new
 * indexes existed is read here, and what came later the indexer writes to both; whichever is newer by the journal stays.
 */
@ApplicationScoped
class Rebuild {
    private static final int BATCH = 200;

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
     * @param goOn is told the records read so far, after each batch; false stops
     * @throws org.aletheia.search.elastic.SearchUnavailableException Elasticsearch does not answer
     */
    void run(LongPredicate goOn) {
        try (RollOver rollOver = indexes.rollOver()) {
            IndexState state = indexes.state();
            long read = 0;
            for (String kind : records.kinds()) {
                read = fill(kind, state, read, goOn);
            }
            rollOver.commit();
        }
    }

    private long fill(String kind, IndexState state, long readBefore, LongPredicate goOn) {
        long read = readBefore;
        List<UUID> ids = records.idsAfter(kind, null, BATCH);
        while (!ids.isEmpty()) {
            writer.write(records.changes(versions(kind, ids)), state::buildingTargets, false);
            read += ids.size();
            if (!goOn.test(read)) {
                throw new IllegalStateException("the rebuild was given up");
            }
            ids = records.idsAfter(kind, ids.getLast(), BATCH);
        }
        return read;
    }

    private Map<Subject, Long> versions(String kind, List<UUID> ids) {
        long version = journal.size();
        Map<Subject, Long> versions = new LinkedHashMap<>();
        ids.forEach(id -> versions.put(new Subject(kind, id), version));
        return versions;
    }
}
